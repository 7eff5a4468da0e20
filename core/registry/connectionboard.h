#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QString>

#include <optional>

namespace foghorn {

/// How one who shows a fleet stands with the orchestrator that runs it.
struct ConnectionState
{
    enum class Link {
        Connecting, ///< for the first time
        Connected,
        Lagging, ///< nothing was heard for longer than two intervals
        Reconnecting, ///< lost; it is tried again by itself
        Refused, ///< it does not let us in, or we do not understand it; only a person can help
        Closed, ///< a person ended it, and nobody tries again
    };
    /// What a person must mend before it can be connected to.
    enum class Refusal {
        Other, ///< its answer says
        Token, ///< it wants one, or another one
        Version, ///< what answers speaks another language, or is no Foghorn
        Certificate, ///< nobody that we trust says that it is who it claims to be
    };

    Link link = Link::Connected;
    QString place; ///< "127.0.0.1:7464"; empty: the orchestrator is in this program
    WallTime since{}; ///< when this link began
    std::optional<WallTime> nextTryAt; ///< (Reconnecting, and Connecting after a failed try)
    QString reason; ///< one sentence for people (Reconnecting, Refused)
    Refusal refusal = Refusal::Other; ///< (Refused)
    QString details = {}; ///< lines for who wants to know all of it: the certificate that was shown
    bool mayOperate = true; ///< else it lets us look only
    bool hasEnded = false; ///< the orchestrator itself ended; its services may live (Reconnecting)
    QString called = {}; ///< what a person calls it; empty: nobody calls it anything

    bool isRemote() const { return !place.isEmpty(); }
    const QString &name() const { return called.isEmpty() ? place : called; }
    /// What is shown is true now, and commands arrive.
    bool isUsable() const { return link == Link::Connected || link == Link::Lagging; }
    bool operator==(const ConnectionState &) const = default;
};

/// The connection, for who shows it. In the orchestrator's own program it always stands; a client of a daemon is the
/// one that writes it.
class ConnectionBoard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionBoard)
public:
    explicit ConnectionBoard(QObject *parent = nullptr);
    ~ConnectionBoard() override;

    const ConnectionState &connection() const { return m_connection; }
    void put(const ConnectionState &connection);
    /// When the orchestrator was last heard: what is shown is as old as that.
    WallTime heardAt() const { return m_heardAt; }
    void setHeardAt(WallTime time) { m_heardAt = time; }
    /// Somebody does not want to wait for the next try.
    void tryNow() { Q_EMIT tryWanted(); }

Q_SIGNALS:
    void changed();
    void tryWanted();

private:
    ConnectionState m_connection;
    WallTime m_heardAt{};
};

} // namespace foghorn
