#pragma once

#include "core/keeper/processtable.h"
#include "core/keeper/signalling.h"
#include "core/process/keeperclient.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <memory>

namespace foghorn {

/// A state directory with a keeper of its own, which is gone with all it kept when the fixture is.
class KeeperFixture
{
public:
    KeeperFixture() { QDir(m_directory.path()).mkpath(QStringLiteral("logs")); }
    KeeperFixture(const KeeperFixture &) = delete;
    KeeperFixture &operator=(const KeeperFixture &) = delete;
    ~KeeperFixture()
    {
        for (const keeper::ProcessName &process : m_leaders)
            keeper::signalProcess(process.pid, process.startTicks, SIGKILL);
        // Told to end once nothing lives; watched, so that the directory is not removed under it.
        const auto pid = static_cast<pid_t>(m_keeperPid);
        const keeper::Descriptor keeper = keeper::openProcess(pid);
        if (!keeper::signalProcess(keeper, pid, SIGTERM))
            return;
        pollfd ended = {keeper.get(), POLLIN, 0};
        if (::poll(&ended, 1, 2000) != 0)
            return;
        keeper::signalProcess(keeper, pid, SIGKILL);
        ::poll(&ended, 1, 2000);
    }

    static QString program(const QString &name)
    {
        return QCoreApplication::applicationDirPath() + QStringLiteral("/programs/test-") + name;
    }
    static QString keeperProgram()
    {
        return QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/foghorn-keeper");
    }

    QString path() const { return m_directory.path(); }
    QString logFile(const ServiceId &service) const
    {
        return path() + QStringLiteral("/logs/") + service + QStringLiteral(".log");
    }
    QByteArray log(const ServiceId &service) const
    {
        QFile file(logFile(service));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// A client that is connected; null when that failed.
    std::unique_ptr<KeeperClient> connectClient(QList<KeptTree> *kept = nullptr)
    {
        auto client = std::make_unique<KeeperClient>(path(), keeperProgram());
        QSignalSpy connected(client.get(), &KeeperClient::connected);
        QSignalSpy failed(client.get(), &KeeperClient::failed);
        client->open();
        QElapsedTimer timer;
        timer.start();
        while (connected.isEmpty() && failed.isEmpty() && timer.elapsed() < 10'000)
            connected.wait(20);
        if (connected.isEmpty()) {
            if (!failed.isEmpty())
                qWarning("failed: %s", qPrintable(failed.first().first().toString()));
            return nullptr;
        }
        if (kept)
            *kept = connected.first().first().value<QList<KeptTree>>();
        m_keeperPid = client->keeperPid();
        // A later keeper takes the place of one that was killed.
        QObject::connect(client.get(), &KeeperClient::connected, client.get(),
            [this, raw = client.get()] { m_keeperPid = raw->keeperPid(); });
        return client;
    }

    LaunchOrder order(const ServiceId &service, const QString &program, const QList<QByteArray> &arguments = {}) const
    {
        LaunchOrder order;
        order.service = service;
        order.argv = QList<QByteArray>{QFile::encodeName(program)} + arguments;
        order.environment = {"PATH=/usr/bin:/bin", "LANG=C"};
        order.workingDirectory = "/";
        order.logFile = QFile::encodeName(logFile(service));
        return order;
    }

    /// Launches and waits for the answer; the leader's pid, 0 when it was refused.
    qint64 launch(KeeperClient &client, const LaunchOrder &order)
    {
        QSignalSpy launched(&client, &KeeperClient::launched);
        QSignalSpy refused(&client, &KeeperClient::launchFailed);
        client.launch(order);
        while (launched.isEmpty() && refused.isEmpty() && launched.wait(100)) { }
        QElapsedTimer timer;
        timer.start();
        while (launched.isEmpty() && refused.isEmpty() && timer.elapsed() < 10'000)
            launched.wait(20);
        const qint64 pid = launched.isEmpty() ? 0 : launched.first().at(1).toLongLong();
        if (const auto process = pid > 1 ? keeper::readProcess(static_cast<pid_t>(pid)) : std::nullopt)
            m_leaders.append({process->pid, process->startTicks});
        return pid;
    }

    QList<qint64> tree(KeeperClient &client, const ServiceId &service) const
    {
        QSignalSpy listed(&client, &KeeperClient::treeListed);
        client.listTree(service);
        if (!listed.wait(5000))
            return {};
        return listed.first().at(1).value<QList<qint64>>();
    }

    qint64 keeperPid() const { return m_keeperPid; }

private:
    QTemporaryDir m_directory;
    QList<keeper::ProcessName> m_leaders;
    qint64 m_keeperPid = 0;
};

/// As the machine would, out of memory.
inline void killKeeper(qint64 pid)
{
    const auto number = static_cast<pid_t>(pid);
    QVERIFY(keeper::signalProcess(keeper::openProcess(number), number, SIGKILL));
}

/// Whether a process lives (a zombie does not).
inline bool isAlive(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = stat.readAll();
    const qsizetype end = text.lastIndexOf(')');
    return end > 0 && text.size() > end + 2 && text.at(end + 2) != 'Z' && text.at(end + 2) != 'X';
}

} // namespace foghorn
