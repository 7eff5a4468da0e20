#pragma once

#include "app/desktop/daemoncommand.h"
#include "app/desktop/keyringtokens.h"
#include "core/client/connectiontest.h"
#include "ui/models/connectionbook.h"
#include "ui/models/connectiondesk.h"

namespace foghorn {

/// What the window asks of the program about other fleets: finds them, asks them, and turns what a person wants into
/// an address with a token. Whoever owns the rooms hears the signals and does the rest.
class DesktopConnections final : public ConnectionDesk
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopConnections)
public:
    explicit DesktopConnections(UserSettings &settings, QObject *parent = nullptr);
    ~DesktopConnections() override;

    ConnectionBook &book() override { return m_book; }
    TokenStore &tokens() override { return m_tokens; }
    QList<FoundFleet> found() const override;
    ConnectionProfile shown() const override { return m_shown; }
    QString ownFleet() const override { return m_ownFleet; }
    void test(const ConnectionWish &wish, QObject *context, Judge judge) override;
    void connectTo(const ConnectionWish &wish, bool stopsOwn) override;
    void runOwnFleet() override { Q_EMIT ownWanted(); }
    void openFleet(const QString &file) override { Q_EMIT fleetWanted(file); }
    QString exampleFleet() const override { return m_example; }
    void disconnectNow() override { Q_EMIT hangUpWanted(); }

    bool canStartDaemon() const override { return m_daemon.has_value(); }
    void startDaemon() override;
    /// The fleet that is shown is run by the daemon that holds that state directory, now; empty: by none of this
    /// computer.
    void rememberDaemon(const QString &stateDirectory);

    /// What a daemon at that address is called here, if it is kept.
    ConnectionProfile profileOf(const QString &url) const;
    void setShown(const ConnectionProfile &profile);
    /// What runOwnFleet() would run, and where it answers while it runs; it is not among found() then.
    void setOwnFleet(const QString &name, const QString &url);

    void setExampleFleet(const QString &file) { m_example = file; }

Q_SIGNALS:
    void targetWanted(const foghorn::ApiTarget &target, const foghorn::ConnectionProfile &profile, bool stopsOwn);
    /// Nobody can connect with that: one sentence.
    void impossible(const QString &reason);
    void ownWanted();
    void fleetWanted(const QString &file);
    void hangUpWanted();

private:
    using Use = std::function<void(const Result<ApiTarget> &)>;
    /// Calls `use` once with what the wish says and the token that is kept, if it needs one.
    void resolve(const ConnectionWish &wish, QObject *context, Use use);
    static ConnectionVerdict verdictOf(const ConnectionTest::Outcome &outcome);
    static QString wellSentence(const ConnectionTest::Outcome &outcome);

    ConnectionBook m_book;
    KeyringTokens m_tokens;
    ConnectionProfile m_shown;
    QString m_ownFleet;
    QString m_ownUrl;
    QString m_example; ///< a fleet file
    std::optional<DaemonCommand> m_daemon; ///< as it was started
};

} // namespace foghorn
