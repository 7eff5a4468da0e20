#pragma once

#include "core/keeper/descriptor.h"
#include "core/process/orphanreaper.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace foghorn {

/// Gets a connection to the keeper of a state directory: tries, starts a keeper when nobody answers, and tries again.
class KeeperConnector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeeperConnector)
public:
    KeeperConnector(QString directory, QString keeperProgram, QObject *parent = nullptr);

    /// Answers from the event loop, with connected() or failed().
    void begin();
    /// After a connection that came to nothing: counts as one more try.
    void tryAgain();
    /// The keeper at the other end of `socket` speaks another version of the protocol. It is killed, and connecting
    /// begins again with one of ours, which adopts what lives from the ledger. Why that cannot be done; empty: it is
    /// being done.
    QString replace(int socket, std::uint32_t version);
    /// The connection is good: the tries are counted from the start the next time.
    void succeeded() { m_tries = 0; }
    /// Valid in answer to connected().
    keeper::Descriptor takeSocket() { return std::move(m_socket); }
    /// Reaps a process that has become our child, once it ends.
    void reap(qint64 pid) { m_reaper.watch(pid); }

Q_SIGNALS:
    void connected();
    void failed(const QString &reason);

private:
    void tryToConnect();
    void startOrRetry(int connectError);

    QString m_directory;
    QString m_program;
    OrphanReaper m_reaper;
    QTimer m_retry;
    int m_tries = 0;
    qint64 m_startedPid = 0; ///< keeper that we started and that has not ended yet
    keeper::Descriptor m_socket;
};

} // namespace foghorn
