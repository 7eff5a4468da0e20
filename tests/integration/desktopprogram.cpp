#include "tests/integration/desktopprogram.h"

#include "tests/integration/runningdaemon.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

namespace foghorn {

namespace {

constexpr int patience = 30'000;

} // namespace

DesktopProgram::DesktopProgram(const QString &display)
    : m_socketName(m_home.filePath(QStringLiteral("probe")))
    , m_display(display)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

DesktopProgram::~DesktopProgram()
{
    m_process.kill();
    hasEnded();
}

bool DesktopProgram::start(const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), m_home.path());
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(
        QStringLiteral("QT_QPA_PLATFORM"), m_display.isEmpty() ? QStringLiteral("offscreen") : QStringLiteral("xcb"));
    environment.insert(QStringLiteral("DISPLAY"), m_display);
    environment.insert(
        QStringLiteral("QT_PLUGIN_PATH"), QCoreApplication::applicationDirPath() + QStringLiteral("/plugins"));
    environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("foghornprobe:") + m_socketName);
    m_process.setProcessEnvironment(environment);
    m_process.start(programPath(QStringLiteral("foghorn")), arguments);
    const auto isConnected = [this] {
        if (m_socket && m_socket->state() == QLocalSocket::ConnectedState)
            return true;
        if (!m_socket || m_socket->state() == QLocalSocket::UnconnectedState) {
            m_socket = std::make_unique<QLocalSocket>();
            m_socket->connectToServer(m_socketName);
        }
        return m_socket->state() == QLocalSocket::ConnectedState || m_process.state() == QProcess::NotRunning;
    };
    return QTest::qWaitFor(isConnected, patience) && m_process.state() == QProcess::Running
        && get(QStringLiteral("title"));
}

QJsonValue DesktopProgram::ask(const QString &question)
{
    m_socket->write(question.toUtf8() + '\n');
    if (!QTest::qWaitFor(
            [this] { return m_socket->canReadLine() || m_process.state() == QProcess::NotRunning; }, patience))
        return QJsonValue::Null;
    return QJsonDocument::fromJson(m_socket->readLine()).array().first();
}

bool DesktopProgram::get(const QString &question)
{
    return QTest::qWaitFor(
               [&] { return !ask(question).isNull() || m_process.state() == QProcess::NotRunning; }, patience)
        && m_process.state() == QProcess::Running;
}

QStringList DesktopProgram::items(const QString &list)
{
    QStringList names;
    const QJsonArray all = ask(QStringLiteral("items ") + list).toArray();
    for (const QJsonValue &name : all)
        names.append(name.toString());
    return names;
}

QString DesktopProgram::row(const QString &list, const QString &name)
{
    const QStringList all = items(list);
    for (const QString &item : all) {
        if (item.startsWith(name + u',') || item.startsWith(name + u' '))
            return item;
    }
    return {};
}

bool DesktopProgram::hasEnded(int timeoutMs)
{
    return QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, timeoutMs);
}

VirtualDisplay::VirtualDisplay()
{
    if (QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty())
        return;
    m_process.start(QStringLiteral("Xvfb"),
        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
            QStringLiteral("1600x1000x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    const bool isUp = QTest::qWaitFor(
        [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; }, patience);
    const QByteArray number = isUp ? m_process.readLine().trimmed() : QByteArray();
    if (!number.isEmpty())
        m_name = u':' + QString::fromLatin1(number);
}

VirtualDisplay::~VirtualDisplay()
{
    m_process.terminate();
    if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, patience))
        m_process.kill();
}

} // namespace foghorn
