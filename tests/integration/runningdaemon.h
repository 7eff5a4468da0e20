#pragma once

#include "core/client/apiclient.h"
#include "tests/integration/processfacts.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace foghorn {

/// The folder of the programs under test and the root of the sources.
QString programPath(const QString &name);
QString sourcePath(const QString &path);

/// How a program that was run to its end came out.
struct ProgramRun
{
    int exitCode = -1; ///< -1: it did not end in time, or crashed
    QByteArray output;
    QByteArray errors;
};
ProgramRun runProgram(const QString &name, const QStringList &arguments, int timeoutMs = 60'000);

/// A real foghornd on a state directory of its own and a free port. What is left of it is killed at the end.
class RunningDaemon final
{
    Q_DISABLE_COPY_MOVE(RunningDaemon)
public:
    /// `stateDirectory` outlives the daemon: a second one on it takes over.
    RunningDaemon(QStringList configFiles, QString stateDirectory);
    ~RunningDaemon();

    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /// Instead of a free port.
    void setListen(const QString &address) { m_listen = address; }
    /// Starts it and waits for nothing.
    void startOnly();
    /// Starts it and waits until its API answers.
    bool start();
    bool waitUntilReady(int timeoutMs = 60'000);
    /// TERM, then waits until it has ended. Its exit code; -1 when it did not end.
    int stop(int timeoutMs = 60'000);
    /// SIGKILL to the orchestrator alone.
    void kill();
    void signal(int number);

    qint64 pid() const { return m_process.processId(); }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    QByteArray output() const;
    QByteArray errors() const;
    /// The orchestrator, its keeper and all services.
    QList<ProcessMark> everything();

    /// The answer's object; empty when there was none in time. `path` as ApiClient::apiPath() takes it.
    QJsonObject get(const QString &path);
    ApiAnswer post(const QString &path, const QJsonObject &body = {});
    /// One member of /services' services.
    QJsonObject service(const QString &name);
    ApiClient &client() { return *m_client; }

private:
    QStringList m_configFiles;
    QString m_stateDirectory;
    QString m_listen = QStringLiteral("127.0.0.1:0");
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QTemporaryDir m_output;
    QProcess m_process;
    std::unique_ptr<ApiClient> m_client;
};

} // namespace foghorn
