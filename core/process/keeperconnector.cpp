#include "core/process/keeperconnector.h"

#include "core/keeper/door.h"
#include "core/keeper/ledger.h"
#include "core/keeper/protocol.h"
#include "core/keeper/signalling.h"
#include "core/process/keeperstart.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace foghorn {
namespace {

constexpr int firstRetryMs = 1;
constexpr int longestRetryMs = 100;
constexpr int triesBeforeGivingUp = 100;

} // namespace

KeeperConnector::KeeperConnector(QString directory, QString keeperProgram, QObject *parent)
    : QObject(parent)
    , m_directory(std::move(directory))
    , m_program(std::move(keeperProgram))
{
    m_retry.setSingleShot(true);
    m_retry.setTimerType(Qt::PreciseTimer);
    connect(&m_retry, &QTimer::timeout, this, &KeeperConnector::tryToConnect);
    connect(&m_reaper, &OrphanReaper::ended, this, [this](qint64 pid) {
        if (pid == m_startedPid)
            m_startedPid = 0;
    });
}

void KeeperConnector::begin()
{
    m_tries = 0;
    m_retry.start(0);
}

void KeeperConnector::tryAgain()
{
    if (++m_tries > triesBeforeGivingUp) {
        Q_EMIT failed(QStringLiteral("the keeper in %1 does not answer; see keeper.log there").arg(m_directory));
        return;
    }
    m_retry.start(std::min(firstRetryMs * m_tries, longestRetryMs));
}

QString KeeperConnector::replace(int socket, std::uint32_t version)
{
    const pid_t pid = keeper::Door::peerOf(socket);
    const QString met = QStringLiteral("the keeper in %1 (pid %2) speaks version %3 of the protocol and not %4")
                            .arg(m_directory)
                            .arg(pid)
                            .arg(version)
                            .arg(keeper::protocolVersion);
    if (m_startedPid != 0 && pid == m_startedPid)
        return QStringLiteral("%1: %2 is of another release than this program. The services go on; start this program "
                              "again from the same release")
            .arg(met, m_program);
    if (!keeper::isReadableLedger(QFile::encodeName(m_directory).toStdString()))
        return QStringLiteral(
            "%1, and its ledger keeper.state cannot be read, so it is not replaced. The services go on; "
            "use the release that started them")
            .arg(met);
    // Held first: while the connection stands the number is the keeper's.
    const keeper::Descriptor process = keeper::openProcess(pid);
    if (keeper::Door::isHungUp(socket)) {
        tryAgain();
        return {};
    }
    if (!keeper::signalProcess(process, pid, SIGKILL))
        return QStringLiteral("%1, and it cannot be ended. The services go on; end it with: kill -9 %2")
            .arg(met)
            .arg(pid);
    tryAgain();
    return {};
}

void KeeperConnector::tryToConnect()
{
    m_socket = keeper::Door::connectIn(QFile::encodeName(m_directory).toStdString());
    if (m_socket.isOpen())
        Q_EMIT connected();
    else
        startOrRetry(errno);
}

void KeeperConnector::startOrRetry(int connectError)
{
    if (connectError != ENOENT && connectError != ECONNREFUSED && connectError != EAGAIN) {
        Q_EMIT failed(QStringLiteral("cannot reach the keeper in %1: %2")
                          .arg(m_directory, QString::fromLocal8Bit(std::strerror(connectError))));
        return;
    }
    if (connectError != EAGAIN && m_startedPid == 0) {
        // The one before may be just ending and still hold the lock: then ours ends, and the next try starts another.
        const Result<qint64> started = startKeeper(m_program, m_directory);
        if (!started) {
            Q_EMIT failed(started.error().text);
            return;
        }
        m_startedPid = started.value();
        m_reaper.watch(m_startedPid);
    }
    tryAgain();
}

} // namespace foghorn
