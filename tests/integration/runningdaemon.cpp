#include "tests/integration/runningdaemon.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include <csignal>

namespace foghorn {
namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString programPath(const QString &name)
{
    return qEnvironmentVariable("FOGHORN_BIN", QCoreApplication::applicationDirPath() + QLatin1String("/../bin")) + u'/'
        + name;
}

QString sourcePath(const QString &path)
{
    return qEnvironmentVariable("FOGHORN_SOURCE", QCoreApplication::applicationDirPath() + QLatin1String("/../.."))
        + u'/' + path;
}

ProgramRun runProgram(const QString &name, const QStringList &arguments, int timeoutMs)
{
    QProcess process;
    process.start(programPath(name), arguments);
    const bool hasEnded = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, timeoutMs);
    const bool isGood =
        hasEnded && process.exitStatus() == QProcess::NormalExit && process.error() == QProcess::UnknownError;
    if (!hasEnded)
        process.kill();
    return {isGood ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

RunningDaemon::RunningDaemon(QStringList configFiles, QString stateDirectory)
    : m_configFiles(std::move(configFiles))
    , m_stateDirectory(std::move(stateDirectory))
{
}

RunningDaemon::~RunningDaemon()
{
    if (!isRunning())
        return;
    const QList<ProcessMark> left = everything();
    kill();
    for (const qint64 pid : stillRunning(left))
        sendSignal(pid, SIGKILL);
}

void RunningDaemon::startOnly()
{
    QStringList arguments;
    for (const QString &file : std::as_const(m_configFiles))
        arguments << QStringLiteral("--config") << file;
    arguments << QStringLiteral("--state-dir") << m_stateDirectory << QStringLiteral("--listen") << m_listen;
    QFile::remove(m_stateDirectory + QLatin1String("/api.url"));
    m_process.setProcessEnvironment(m_environment);
    m_process.setStandardOutputFile(m_output.filePath(QStringLiteral("out")));
    m_process.setStandardErrorFile(m_output.filePath(QStringLiteral("err")));
    m_process.start(programPath(QStringLiteral("foghornd")), arguments);
}

bool RunningDaemon::start()
{
    startOnly();
    return QTest::qWaitFor(
        [this] {
            DiscoveryWish wish;
            wish.stateDirectory = m_stateDirectory;
            const auto target = discover(wish, {});
            if (target)
                m_client = std::make_unique<ApiClient>(target.value(), "test");
            return target && !target.value().token.isEmpty();
        },
        15'000);
}

bool RunningDaemon::waitUntilReady(int timeoutMs)
{
    return QTest::qWaitFor([this] { return get(QStringLiteral("services")).value(u"is_ready").toBool(); }, timeoutMs);
}

int RunningDaemon::stop(int timeoutMs)
{
    m_process.terminate();
    const bool hasEnded = QTest::qWaitFor([this] { return !isRunning(); }, timeoutMs);
    return hasEnded && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void RunningDaemon::kill()
{
    m_process.kill();
    (void)QTest::qWaitFor([this] { return !isRunning(); });
}

void RunningDaemon::signal(int number) { sendSignal(pid(), number); }

QByteArray RunningDaemon::output() const { return contentOf(m_output.filePath(QStringLiteral("out"))); }
QByteArray RunningDaemon::errors() const { return contentOf(m_output.filePath(QStringLiteral("err"))); }

QList<ProcessMark> RunningDaemon::everything()
{
    QList<ProcessMark> all = treeOf(pid());
    if (const qint64 keeper = keeperOf(m_stateDirectory); keeper > 0)
        all += treeOf(keeper);
    if (!m_client)
        return all;
    // Each by itself: those whose keeper was killed have a parent that is not ours to end.
    const QJsonObject services = get(QStringLiteral("services")).value(u"services").toObject();
    for (const QJsonValue &service : services) {
        if (const qint64 servicePid = service.toObject().value(u"pid").toInteger(); servicePid > 0)
            all += treeOf(servicePid);
    }
    return all;
}

QJsonObject RunningDaemon::get(const QString &path)
{
    std::optional<QJsonObject> object;
    QObject context;
    m_client->get(ApiClient::apiPath(path), &context,
        [&object](const Result<ApiAnswer> &answer) { object = answer ? answer.value().object() : QJsonObject(); });
    (void)QTest::qWaitFor([&object] { return object.has_value(); }, 20'000);
    return object.value_or(QJsonObject());
}

ApiAnswer RunningDaemon::post(const QString &path, const QJsonObject &body)
{
    std::optional<ApiAnswer> given;
    QObject context;
    m_client->post(ApiClient::apiPath(path), body, &context,
        [&given](const Result<ApiAnswer> &answer) { given = answer ? answer.value() : ApiAnswer(); });
    (void)QTest::qWaitFor([&given] { return given.has_value(); }, 130'000);
    return given.value_or(ApiAnswer());
}

QJsonObject RunningDaemon::service(const QString &name)
{
    return get(QStringLiteral("services")).value(u"services").toObject().value(name).toObject();
}

} // namespace foghorn
