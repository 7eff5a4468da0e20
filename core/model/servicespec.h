#pragma once

#include "core/base/serviceid.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QPair>
#include <QString>

#include <chrono>
#include <optional>

namespace foghorn {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

/// One way to ask whether a service is well.
struct ProbeSpec
{
    enum class Kind { None, Http, Tcp, Exec, Process };
    struct JsonMember
    {
        QString name;
        QString value;
        bool operator==(const JsonMember &) const = default;
    };

    Kind kind = Kind::None;
    QString url; ///< Http
    QString tcpAddress; ///< Tcp: host:port as the file says it; resolvePorts() splits it into host and port
    QString host; ///< Tcp
    quint16 port = 0; ///< Tcp
    QList<QString> command; ///< Exec: argv; a string in the file became {"/bin/sh","-c",text}
    int statusFrom = 200; ///< Http: lowest accepted status
    int statusTo = 299; ///< Http: highest accepted status
    QList<JsonMember> json; ///< Http: members the body must have, values as compact JSON ("\"healthy\"", "3", "true")

    bool operator==(const ProbeSpec &) const = default;
};

/// When to ask and what follows from the answers.
struct HealthPolicy
{
    milliseconds startPeriod = 0s; ///< failures in it do not count
    milliseconds interval = 30s;
    milliseconds timeout = 5s;
    int failureThreshold = 3;
    int recoveryThreshold = 2;
    bool autoRecovery = true; ///< restart when unhealthy

    bool operator==(const HealthPolicy &) const = default;
};

struct HeartbeatPolicy
{
    milliseconds interval = 60s;
    milliseconds timeout = 180s;
    bool operator==(const HeartbeatPolicy &) const = default;
};

struct RestartPolicy
{
    enum class When { Never, OnFailure, Always };
    When when = When::OnFailure;
    int maxAttempts = 3;
    double backoffBase = 2; ///< delays are base^1, base^2, … seconds; 0: none
    milliseconds backoffMax = 60s;
    double jitter = 0; ///< share of the delay added at random, 0 to 1
    QList<int> successExitCodes = {0};
    std::optional<milliseconds> resetAfter = 10min; ///< none: never

    bool operator==(const RestartPolicy &) const = default;
};

enum class DependencyCondition { Default, Healthy, Started, Completed };

struct Dependency
{
    ServiceId service;
    bool required = true;
    DependencyCondition condition =
        DependencyCondition::Default; ///< Default: Completed for jobs, else Healthy with a probe, else Started
    bool operator==(const Dependency &) const = default;
};

struct Limits
{
    std::optional<qint64> nofile;
    std::optional<qint64> memory; ///< bytes
    std::optional<qint64> core; ///< bytes
    bool operator==(const Limits &) const = default;
};

/// What a service may do beyond what its user may.
struct Rights
{
    bool noNewPrivileges = false; ///< neither set-user-ID programs nor file capabilities give it any more
    std::optional<quint64> capabilities; ///< bit n: capability n; those and no other. Nothing: as the kernel gives them
    bool operator==(const Rights &) const = default;
};

struct LogPolicy
{
    qint64 maxSize = 10 * 1024 * 1024; ///< bytes
    int keep = 5;
    bool operator==(const LogPolicy &) const = default;
};

enum class OnDependencyLoss { Keep, Stop, Restart };
enum class ReadyWhen { Healthy, Notify, Started };

struct NamedPort
{
    QString name;
    quint16 port = 0;
    bool automatic = false;
    bool operator==(const NamedPort &) const = default;
};
struct Endpoint
{
    QString name;
    QString url;
    bool operator==(const Endpoint &) const = default;
};

/// One supervised program as the fleet file describes it, with every default and variable filled in.
/// Automatic ports stay 0 and `${port.x}` unresolved until resolvePorts() (core/fleetfile) was given the chosen
/// numbers.
struct ServiceSpec
{
    ServiceId name;
    QString type; ///< default: the name
    QString description;
    QString version;
    QMap<QString, QString> labels;
    QList<QString> command; ///< argv; a string in the file became {"/bin/sh","-c",text}
    QString workingDirectory; ///< absolute
    QList<QPair<QString, QString>>
        environment; ///< of this service: fleet's and own environment and env_files merged, in order
    QString user; ///< empty: ours
    bool critical = true;
    bool autostart = true;
    QList<Dependency> dependsOn; ///< in file order
    QList<ServiceId> after; ///< in file order
    OnDependencyLoss onDependencyLoss = OnDependencyLoss::Keep;
    QList<NamedPort> ports;
    QList<Endpoint> endpoints;
    ReadyWhen ready = ReadyWhen::Started; ///< default in the file: Healthy with a probe, else Started
    milliseconds startTimeout = 60s;
    ProbeSpec probe;
    HealthPolicy health;
    std::optional<HeartbeatPolicy> heartbeat;
    RestartPolicy restart;
    int stopSignal = 15;
    QList<QString> stopCommand; ///< argv; run instead of the signal
    milliseconds stopTimeout = 30s;
    Limits limits;
    Rights rights;
    LogPolicy logs;
    bool job = false;

    bool operator==(const ServiceSpec &) const = default;
};

} // namespace foghorn
