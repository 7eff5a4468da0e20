#include "core/alerts/alertdispatcher.h"
#include "tests/core/alerts/hookserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

/// Who hears what, in which order, and what is kept for those who do not hear.
class TestAlertDispatcher : public QObject
{
    Q_OBJECT

    std::unique_ptr<AlertBoard> m_board;
    std::unique_ptr<AlertDispatcher> m_dispatcher;

    void make()
    {
        m_dispatcher = std::make_unique<AlertDispatcher>(
            *m_board, QStringLiteral("test"), QList<QByteArray>{"PATH=/usr/bin:/bin"});
        m_dispatcher->setApiUrl(QStringLiteral("http://127.0.0.1:7464"));
    }
    void hear(const QList<QString> &urls, const QString &format = QStringLiteral("json"))
    {
        AlertsSpec spec;
        for (const QString &url : urls)
            spec.webhooks.append({url, format});
        m_dispatcher->setSinks(spec);
    }
    static Alert alert(qint64 id, AlertRule rule = AlertRule::Unhealthy)
    {
        Alert alert;
        alert.id = id;
        alert.rule = rule;
        alert.service = QStringLiteral("edge");
        alert.message = QStringLiteral("edge is unhealthy");
        alert.since = Now::read().wall;
        return alert;
    }
    static Alert over(Alert alert)
    {
        alert.resolvedAt = Now::read().wall;
        alert.duration = 5s;
        return alert;
    }
    void happen(AlertChange::What what, const Alert &alert)
    {
        m_board->put(alert);
        m_dispatcher->tell({what, alert});
    }
    static QStringList toldTo(const HookServer &server)
    {
        QStringList told;
        for (const QByteArray &body : server.bodies) {
            const QJsonObject object = QJsonDocument::fromJson(body).object();
            told << object[u"event"].toString() + u' ' + QString::number(object[u"alert"][u"id"].toInt());
        }
        return told;
    }
    /// The alerts of one post to an Alertmanager: "ServiceUnhealthy edge firing".
    static QStringList posted(const QByteArray &body)
    {
        QStringList lines;
        const QJsonArray alerts = QJsonDocument::fromJson(body).array();
        for (const QJsonValue &alert : alerts) {
            const bool isOver = *fromRfc3339(alert[u"endsAt"].toString().toLatin1()) <= Now::read().wall;
            lines << alert[u"labels"][u"alertname"].toString()
                    + (isOver ? QLatin1String(" over") : QLatin1String(" firing"));
        }
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        m_dispatcher.reset();
        m_board = std::make_unique<AlertBoard>();
        make();
    }
    void cleanup() { m_dispatcher.reset(); }

    void tellsAllSinksInOrder()
    {
        HookServer one;
        HookServer two;
        hear({one.url(), two.url()});
        happen(AlertChange::What::Raised, alert(1));
        happen(AlertChange::What::Escalated, alert(1, AlertRule::RestartLimit));
        happen(AlertChange::What::Changed, alert(1, AlertRule::RestartLimit));
        happen(AlertChange::What::Resolved, over(alert(1)));
        const QStringList expected{
            QStringLiteral("raised 1"), QStringLiteral("escalated 1"), QStringLiteral("resolved 1")};
        QTRY_COMPARE(toldTo(one), expected);
        QTRY_COMPARE(toldTo(two), expected);
        QTRY_VERIFY(m_dispatcher->waiting().isEmpty());
        const QJsonObject first = QJsonDocument::fromJson(one.bodies.first()).object();
        QCOMPARE(first[u"fleet"].toString(), QStringLiteral("test"));
        QCOMPARE(first[u"url"].toString(), QStringLiteral("http://127.0.0.1:7464/api/orchestration/alerts"));
        QCOMPARE(first[u"alert"][u"service"].toString(), QStringLiteral("edge"));
    }

    void silencedAlertsAreNotTold()
    {
        HookServer server;
        hear({server.url()});
        Alert muted = alert(1);
        muted.mutedUntil = Now::read().wall + 1h;
        Alert maintained = alert(2);
        maintained.inMaintenance = true;
        happen(AlertChange::What::Escalated, muted);
        happen(AlertChange::What::Resolved, over(maintained));
        happen(AlertChange::What::Reminded, alert(3));
        QTRY_COMPARE(toldTo(server), QStringList{QStringLiteral("reminded 3")});
    }

    void triesAgainUntilItIsHeard()
    {
        HookServer server;
        server.close();
        hear({server.url()});
        QSignalSpy noticed(m_dispatcher.get(), &AlertDispatcher::noticed);
        happen(AlertChange::What::Raised, alert(1));
        happen(AlertChange::What::Resolved, over(alert(1)));
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(noticed.first().first().toString().contains(QStringLiteral("connection refused")));
        QVERIFY(!noticed.first().first().toString().contains(QStringLiteral("/hook"))); // paths hold secrets
        QCOMPARE(m_dispatcher->waiting().size(), 2);
        QVERIFY(server.listen());
        server.answer = "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n";
        QTRY_VERIFY_WITH_TIMEOUT(!server.bodies.isEmpty(), 30'000);
        server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        QTRY_VERIFY_WITH_TIMEOUT(m_dispatcher->waiting().isEmpty(), 60'000);
        QCOMPARE(toldTo(server).last(), QStringLiteral("resolved 1"));
        QCOMPARE(noticed.size(), 2);
    }

    void whatIsRefusedHoldsUpNothing()
    {
        HookServer server;
        server.answer = "HTTP/1.1 400 X\r\nContent-Length: 0\r\n\r\n";
        hear({server.url()});
        QSignalSpy noticed(m_dispatcher.get(), &AlertDispatcher::noticed);
        happen(AlertChange::What::Raised, alert(1));
        QTRY_COMPARE(noticed.size(), 1);
        server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        happen(AlertChange::What::Raised, alert(2));
        QTRY_COMPARE(toldTo(server).last(), QStringLiteral("raised 2"));
        QTRY_VERIFY(m_dispatcher->waiting().isEmpty());
    }

    void nothingIsLostOverARestart()
    {
        HookServer server;
        server.close();
        hear({server.url()});
        happen(AlertChange::What::Raised, alert(1));
        happen(AlertChange::What::Raised, alert(2));
        const QList<Delivery> kept = m_dispatcher->waiting();
        QCOMPARE(kept.size(), 2);
        make();
        hear({server.url()});
        QVERIFY(server.listen());
        m_dispatcher->restore(kept);
        QTRY_COMPARE_WITH_TIMEOUT(
            toldTo(server), (QStringList{QStringLiteral("raised 1"), QStringLiteral("raised 2")}), 30'000);
    }

    void aReloadTakesSinksInPlace()
    {
        HookServer old;
        old.answer.clear(); // has something under way
        HookServer kept;
        HookServer added;
        hear({old.url(), kept.url()});
        happen(AlertChange::What::Raised, alert(1));
        QTRY_VERIFY(!old.bodies.isEmpty());
        hear({kept.url(), added.url()});
        happen(AlertChange::What::Raised, alert(2));
        QTRY_COMPARE(toldTo(kept), (QStringList{QStringLiteral("raised 1"), QStringLiteral("raised 2")}));
        QTRY_COMPARE(toldTo(added), QStringList{QStringLiteral("raised 2")});
        QCOMPARE(old.bodies.size(), 1);
    }

    void programsHearToo()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out"));
        AlertsSpec spec;
        spec.exec.append({{QStringLiteral("tee"), QStringLiteral("-a"), path}, 20s});
        m_dispatcher->setSinks(spec);
        happen(AlertChange::What::Raised, alert(1));
        happen(AlertChange::What::Resolved, over(alert(1)));
        QTRY_VERIFY_WITH_TIMEOUT(m_dispatcher->waiting().isEmpty(), 30'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(QJsonDocument::fromJson(lines.at(1)).object()[u"event"].toString(), QStringLiteral("resolved"));
    }

    void anAlertmanagerHearsAllThatFires()
    {
        HookServer server;
        m_board->put(alert(1)); // from an earlier orchestrator
        hear({server.url()}, QStringLiteral("alertmanager"));
        QTRY_COMPARE(server.bodies.size(), 1);
        const QJsonObject first = QJsonDocument::fromJson(server.bodies.first()).array().first().toObject();
        QCOMPARE(first[u"labels"].toObject().keys(),
            (QStringList{QStringLiteral("alertname"), QStringLiteral("fleet"), QStringLiteral("rule"),
                QStringLiteral("service"), QStringLiteral("severity")}));
        QCOMPARE(first[u"generatorURL"].toString(), QStringLiteral("http://127.0.0.1:7464/api/orchestration/alerts"));
        QCOMPARE(first[u"annotations"][u"summary"].toString(), QStringLiteral("edge is unhealthy"));
        m_board->put(alert(1, AlertRule::RestartLimit)); // other labels: the old ones end
        QTRY_COMPARE(server.bodies.size(), 2);
        QCOMPARE(posted(server.bodies.last()),
            (QStringList{QStringLiteral("ServiceUnhealthy over"), QStringLiteral("ServiceRestartLimit firing")}));
        m_board->put(over(alert(1, AlertRule::RestartLimit)));
        QTRY_COMPARE(server.bodies.size(), 3);
        QCOMPARE(posted(server.bodies.last()).last(), QStringLiteral("ServiceRestartLimit over"));
    }

    void anAlertmanagerIsRemindedAndSilencedAlertsAreLeftOut()
    {
        HookServer server;
        AlertmanagerFeed feed(*m_board, QUrl(server.url()), QStringLiteral("test"));
        feed.setResend(300ms);
        m_board->put(alert(1));
        QTRY_VERIFY(server.bodies.size() >= 4); // nothing changed, and it is sent again
        Alert muted = alert(1);
        muted.mutedUntil = Now::read().wall + 1h;
        m_board->put(muted);
        const qsizetype before = server.bodies.size();
        HookServer beat; // is reminded as often: so time has passed
        AlertBoard others;
        others.put(alert(9));
        AlertmanagerFeed beating(others, QUrl(beat.url()), QStringLiteral("test"));
        beating.setResend(300ms);
        QTRY_VERIFY(beat.bodies.size() >= 4);
        QVERIFY(server.bodies.size() <= before + 1); // nothing to say: nothing is said but what was under way
        m_board->put(alert(2, AlertRule::RestartLimit));
        QTRY_COMPARE(posted(server.bodies.last()), QStringList{QStringLiteral("ServiceRestartLimit firing")});
    }

    void anAlertmanagerThatIsDownIsTriedAgain()
    {
        HookServer server;
        server.close();
        hear({server.url()}, QStringLiteral("alertmanager"));
        QSignalSpy noticed(m_dispatcher.get(), &AlertDispatcher::noticed);
        m_board->put(alert(1));
        QTRY_COMPARE(noticed.size(), 1);
        m_board->put(over(alert(1)));
        QVERIFY(server.listen());
        QTRY_VERIFY_WITH_TIMEOUT(!server.bodies.isEmpty(), 60'000);
        QCOMPARE(posted(server.bodies.last()), QStringList{QStringLiteral("ServiceUnhealthy over")});
        QTRY_COMPARE(noticed.size(), 2);
    }

    void anAlertmanagerHearsAtOnceAfterThereWasNothingToRetry()
    {
        HookServer server;
        server.close();
        AlertmanagerFeed feed(*m_board, QUrl(server.url()), QStringLiteral("test"));
        QSignalSpy failing(&feed, &AlertmanagerFeed::failing);
        m_board->put(alert(1));
        QTRY_COMPARE(failing.size(), 1);
        Alert muted = alert(1);
        muted.mutedUntil = Now::read().wall + 1h;
        m_board->put(muted);
        HookServer later; // fails later, and is tried again twice: so the try meanwhile has had nothing to say
        later.answer = "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n";
        AlertBoard others;
        others.put(alert(9));
        const AlertmanagerFeed failingToo(others, QUrl(later.url()), QStringLiteral("test"));
        QTRY_VERIFY_WITH_TIMEOUT(later.bodies.size() >= 3, 30'000);
        QVERIFY(server.listen());
        m_board->put(alert(1));
        QTRY_VERIFY_WITH_TIMEOUT(!server.bodies.isEmpty(), 15'000); // it is sent again only each minute
    }
};

QTEST_GUILESS_MAIN(TestAlertDispatcher)
#include "tst_alertdispatcher.moc"
