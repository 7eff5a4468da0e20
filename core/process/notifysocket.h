#pragma once

#include "core/base/result.h"
#include "core/process/notifymessage.h"
#include "core/process/notifysender.h"

#include <QByteArray>
#include <QObject>

#include <memory>

namespace foghorn {

/// Where services say READY=1 and the like (sd_notify(3)). Two datagram sockets, because the state directory is 0700:
/// `<state dir>/notify.sock` (0600) for services that run as our own user, and an abstract one for those that run as
/// another, which cannot reach into the directory. The abstract one's random name (128 bits) is kept in `<state
/// dir>/notify.name`, so that services that outlive an orchestrator reach the next one. The name is no secret
/// (/proc/net/unix shows it) and needs to be none: the kernel tells the sender's pid (SCM_CREDENTIALS), and what does
/// not come from the tree of a known leader is dropped and counted.
class NotifySocket final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotifySocket)
public:
    explicit NotifySocket(QString stateDirectory, QObject *parent = nullptr);
    /// Removes the socket's file.
    ~NotifySocket() override;

    /// Once. A state directory whose path is too long for a socket (107 bytes) leaves the abstract one to all.
    Result<void> open();
    /// What NOTIFY_SOCKET is set to. Only after open().
    QByteArray address(bool isOwnUser) const;
    /// Whose messages are heard from now on: leaders' and their descendants'. What it said just before is told now.
    void addLeader(qint64 pid, const ServiceId &service);
    void removeLeader(qint64 pid);
    /// Datagrams that came from strangers or the already dead, or made no sense.
    quint64 dropped() const { return m_dropped; }

Q_SIGNALS:
    /// `pid` is the sender's, in the tree of `service`.
    void message(const foghorn::ServiceId &service, qint64 pid, const foghorn::NotifyMessage &message);

private:
    struct Endpoint;

    Result<void> openAbstract();
    void listen(std::unique_ptr<Endpoint> &endpoint, int descriptor);
    void onReadable(int descriptor);
    bool receiveOne(int descriptor);
    void keepUnclaimed(qint64 pid, const NotifyMessage &said);

    const QString m_directory;
    QByteArray m_filePath; ///< empty: no socket file
    QByteArray m_abstractName; ///< without the leading '@'
    std::unique_ptr<Endpoint> m_file;
    std::unique_ptr<Endpoint> m_abstract;
    Leaders m_leaders;
    /// From nobody we know yet: a new leader may speak before we hear that it lives.
    struct Unclaimed
    {
        qint64 pid = 0;
        qint64 session = 0;
        NotifyMessage said;
    };
    QList<Unclaimed> m_unclaimed; ///< the newest few
    quint64 m_dropped = 0;
};

} // namespace foghorn
