#pragma once

#include "ui/models/connectionbook.h"
#include "ui/models/connectiondesk.h"
#include "ui/models/tokenstore.h"
#include "ui/models/usersettings.h"

#include <QMap>
#include <QStringList>
#include <QTimer>

namespace foghorn {

/// A key ring in memory, or none at all.
struct FakeTokens final : TokenStore
{
    void read(const QString &url, QObject *context, Reader reader) override
    {
        QTimer::singleShot(0, context, [this, url, reader = std::move(reader)] {
            const bool isThere = hasKeyRing && kept.contains(url);
            reader(isThere       ? Answer::Done
                    : hasKeyRing ? Answer::NotThere
                                 : Answer::NoKeyRing,
                isThere ? kept.value(url) : QByteArray());
        });
    }
    void write(const QString &url, const QByteArray &token, QObject *context, Writer writer) override
    {
        if (hasKeyRing)
            kept.insert(url, token);
        QTimer::singleShot(
            0, context, [this, writer = std::move(writer)] { writer(hasKeyRing ? Answer::Done : Answer::NoKeyRing); });
    }
    void forget(const QString &url) override { kept.remove(url); }

    bool hasKeyRing = true;
    QMap<QString, QByteArray> kept;
};

/// What a window may ask for beyond its fleet; keeps what was asked.
class FakeDesk final : public ConnectionDesk
{
public:
    FakeDesk()
        : m_book(settings)
    {
    }

    ConnectionBook &book() override { return m_book; }
    FakeTokens &tokens() override { return keyRing; }
    QList<FoundFleet> found() const override { return foundHere; }
    ConnectionProfile shown() const override { return current; }
    QString ownFleet() const override { return QStringLiteral("local"); }
    void test(const ConnectionWish &wish, QObject *context, Judge judge) override
    {
        tested.append(wish);
        QTimer::singleShot(0, context, [this, judge = std::move(judge)] { judge(verdict); });
    }
    void connectTo(const ConnectionWish &wish, bool stopsOwn) override
    {
        connected.append(wish);
        stops.append(stopsOwn);
    }
    void runOwnFleet() override { ++ownWanted; }
    void openFleet(const QString &file) override { opened.append(file); }
    QString exampleFleet() const override { return example; }
    void disconnectNow() override { ++hungUp; }
    bool canStartDaemon() const override { return knowsDaemon; }
    void startDaemon() override { ++started; }
    void show(const ConnectionProfile &profile)
    {
        current = profile;
        Q_EMIT shownChanged();
    }

    UserSettings settings; ///< in memory
    FakeTokens keyRing;
    QList<FoundFleet> foundHere;
    ConnectionProfile current;
    ConnectionVerdict verdict;
    QList<ConnectionWish> tested;
    QList<ConnectionWish> connected;
    QList<bool> stops; ///< one for each of `connected`
    int ownWanted = 0;
    QStringList opened; ///< fleet files
    QString example = QStringLiteral("/usr/share/foghorn/fleets/default.yaml");
    int hungUp = 0;
    bool knowsDaemon = false;
    int started = 0;

private:
    ConnectionBook m_book;
};

/// Two that a person keeps, the last used first, and one that runs here.
inline void makeConnections(FakeDesk &desk)
{
    ConnectionProfile staging;
    staging.name = QStringLiteral("staging");
    staging.url = QStringLiteral("https://staging.example:7464");
    staging.tint = ConnectionTint::Green;
    desk.book().keep(staging);
    ConnectionProfile edge;
    edge.name = QStringLiteral("edge-7");
    edge.url = QStringLiteral("https://edge-7:7464");
    edge.label = QStringLiteral("production");
    edge.tint = ConnectionTint::Red;
    edge.isProtected = true;
    desk.book().keep(edge);
    desk.foundHere = {{QStringLiteral("bench"), QStringLiteral("http://127.0.0.1:7470"), QStringLiteral("/tmp/bench")}};
}

} // namespace foghorn
