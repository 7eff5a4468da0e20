#pragma once

#include "ui/models/connectionprofile.h"

#include <QObject>

#include <functional>

namespace foghorn {

class ConnectionBook;
class TokenStore;

/// An orchestrator of this computer, by its state directory.
struct FoundFleet
{
    QString name;
    QString url;
    QString stateDirectory;
};

/// What a window shall show next.
struct ConnectionWish
{
    ConnectionProfile profile;
    QByteArray token; ///< as typed just now; empty: the one that is kept, or none
    QString stateDirectory; ///< of one that was found here: the token is in it
};

/// What came of asking a daemon whether it is there.
struct ConnectionVerdict
{
    bool isWell = false;
    QString sentence; ///< for people, in their language
    QString details; ///< of a certificate that is not trusted: one line each
    QByteArray certificate; ///< PEM; to trust it would help
};

/// What a window may ask of the program around it: which fleets there are, and to show another one. The program makes
/// a new window for that.
class ConnectionDesk : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDesk)
public:
    using Judge = std::function<void(const ConnectionVerdict &)>;

    explicit ConnectionDesk(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    virtual ConnectionBook &book() = 0;
    virtual TokenStore &tokens() = 0;
    /// Those that run on this computer now, by name; not the one that this program runs itself.
    virtual QList<FoundFleet> found() const = 0;
    /// What the window shows; without an address the fleet that this program runs itself.
    virtual ConnectionProfile shown() const = 0;
    /// What this program would run itself: the fleet's name or its file. Empty: nothing.
    virtual QString ownFleet() const = 0;

    /// Asks once; the answer comes within some seconds, unless `context` went first.
    virtual void test(const ConnectionWish &wish, QObject *context, Judge judge) = 0;
    /// Shows that fleet. What this program runs lives on, or is stopped first when `stopsOwn`.
    virtual void connectTo(const ConnectionWish &wish, bool stopsOwn) = 0;
    /// Shows the fleet that this program runs itself.
    virtual void runOwnFleet() = 0;
    /// Runs the fleet of that file in this program, in the place of the one that it runs, of which no service may live.
    virtual void openFleet(const QString &file) = 0;
    /// The file of the fleet that comes with the program; empty: it was not found.
    virtual QString exampleFleet() const = 0;
    /// Hangs up; the window stays.
    virtual void disconnectNow() = 0;
    /// The daemon whose fleet is shown ran on this computer, and it is known how to start it again.
    virtual bool canStartDaemon() const = 0;
    virtual void startDaemon() = 0;

Q_SIGNALS:
    /// Something of shown() changed but which fleet it is.
    void shownChanged();
};

} // namespace foghorn
