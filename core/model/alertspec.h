#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace foghorn {

using std::chrono::milliseconds;

struct WebhookSpec
{
    QString url; ///< http or https
    QString format = QStringLiteral("json"); ///< json | alertmanager
    bool operator==(const WebhookSpec &) const = default;
};

/// A program that gets each alert as JSON on its standard input.
struct ExecSinkSpec
{
    QList<QString> command; ///< argv, never a shell's text
    milliseconds timeout{10'000};
    bool operator==(const ExecSinkSpec &) const = default;
};

/// A service that goes up and down: so many changes within the window.
struct FlappingRule
{
    int changes = 6;
    milliseconds window{600'000};
    bool operator==(const FlappingRule &) const = default;
};

/// A probe that answers slower than its own norm: above median + deviations × (scaled median absolute deviation) and
/// above `atLeast`, for so many checks in a row.
struct SlowRule
{
    double deviations = 6;
    int checks = 5;
    milliseconds atLeast{100};
    bool operator==(const SlowRule &) const = default;
};

struct AlertRules
{
    milliseconds degradedAfter{300'000}; ///< how long degraded, or down between tries, before it is told
    milliseconds hold{15'000}; ///< how long a dependent's alert waits for a cause to show
    std::optional<FlappingRule> flapping = FlappingRule{}; ///< none: never
    std::optional<SlowRule> slow = SlowRule{}; ///< none: never
    qint64 diskFree = 64 * 1024 * 1024; ///< bytes; fewer on the state directory's disk are an alert
    bool operator==(const AlertRules &) const = default;
};

/// What is an alert, and who is told.
struct AlertsSpec
{
    QList<WebhookSpec> webhooks;
    QList<ExecSinkSpec> exec;
    AlertRules rules;
    bool operator==(const AlertsSpec &) const = default;
};

} // namespace foghorn
