#pragma once

#include "core/base/result.h"
#include "core/process/notifymessage.h"
#include "core/process/servicekeeper.h"

#include <memory>

namespace foghorn {

/// The orchestrator's end of the keeper of one state directory. All calls queue and return at once; answers are
/// signals.
class KeeperClient final : public ServiceKeeper
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeeperClient)
public:
    /// `keeperProgram`: absolute path of foghorn-keeper.
    KeeperClient(QString stateDirectory, QString keeperProgram, QObject *parent = nullptr);
    ~KeeperClient() override;

    /// Connects to the running keeper of the state directory, or starts one. Answers with connected() or failed(); when
    /// the keeper is lost later it starts a new one, which adopts what lives, and says keeperLost() then connected()
    /// again.
    void open();
    void launch(const LaunchOrder &order) override;
    void signal(const ServiceId &service, int signalNumber, SignalScope scope) override;
    void forget(const ServiceId &service) override;
    void note(const ServiceId &service, const QByteArray &note) override;
    void listTree(const ServiceId &service) override;
    /// The keeper ends once it has no trees; used at a clean shutdown.
    void endKeeper();
    qint64 keeperPid() const;
    /// What NOTIFY_SOCKET is set to for services that run as our own user, and for those that run as another; known
    /// with connected(). Empty: there is none.
    QString notifyAddress() const;
    QString notifyAddressOfOthers() const;

Q_SIGNALS:
    /// What the keeper has. Comes first after open() and after each reconnect.
    void connected(const QList<foghorn::KeptTree> &trees);
    void failed(const QString &reason);
    void keeperLost();
    /// A process of the service's tree said something over NOTIFY_SOCKET; `pid`: which one. What was said while no
    /// orchestrator was there comes after connected(), and also again what still holds of a living run.
    void notified(const foghorn::ServiceId &service, qint64 pid, const foghorn::NotifyMessage &message);
    /// MAINPID= named what is no living process of the service's tree; once for each run.
    void leaderRefused(const foghorn::ServiceId &service, qint64 pid);
    /// Something about the keeper that people should know: it was of another release.
    void noticed(const QString &what);
    /// The keeper has ended after endKeeper().
    void keeperEnded();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foghorn
