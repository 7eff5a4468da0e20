#include "core/alerts/outbox.h"

#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

/// What waits to be told: order, pauses, bounds.
class TestOutbox : public QObject
{
    Q_OBJECT

    static inline const QString a = QStringLiteral("a");
    static inline const QString b = QStringLiteral("b");
    const MonoTime m_now{std::chrono::hours(1)};
    static Delivery delivery(const QString &sink, int number) { return {sink, QByteArray::number(number), {}, 0}; }
    static Outbox filled()
    {
        Outbox box;
        box.setSinks({a, b});
        for (int number = 1; number <= 3; ++number)
            box.push(delivery(a, number));
        return box;
    }

private Q_SLOTS:
    void tellsInOrderAndOneAtATime()
    {
        Outbox box = filled();
        for (int number = 1; number <= 3; ++number) {
            const auto taken = box.take(m_now);
            QVERIFY(taken);
            QCOMPARE(taken->body, QByteArray::number(number));
            QVERIFY(!box.take(m_now)); // the one before is under way
            box.finish(a);
        }
        QVERIFY(!box.take(m_now));
        QVERIFY(box.waiting().isEmpty());
        QVERIFY(!box.nextDue());
    }

    void oneSinkDoesNotHoldUpTheOther()
    {
        Outbox box = filled();
        box.push(delivery(b, 7));
        QSet<QString> told;
        told << box.take(m_now)->sink << box.take(m_now)->sink;
        QCOMPARE(told, (QSet<QString>{a, b}));
    }

    void waitsLongerAfterEachFailure()
    {
        Outbox box = filled();
        MonoTime now = m_now;
        for (const auto pause : {1s, 2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 300s, 300s, 300s, 300s}) {
            QCOMPARE(box.take(now)->body, QByteArray("1"));
            box.postpone(a, now);
            QVERIFY(box.isFailing(a));
            QCOMPARE(*box.nextDue(), now + pause);
            QVERIFY(!box.take(now + pause - 1ms));
            now += pause;
        }
        box.take(now);
        box.finish(a);
        QVERIFY(!box.isFailing(a));
        QCOMPARE(box.take(now)->body, QByteArray("2"));
    }

    void isBoundedAndKeepsWhatIsUnderWay()
    {
        Outbox box;
        box.setSinks({a});
        for (int number = 0; number < 1000; ++number)
            QCOMPARE(box.push(delivery(a, number)), 0U);
        QCOMPARE(box.take(m_now)->body, QByteArray("0"));
        QCOMPARE(box.push(delivery(a, 1000)), 1U);
        const QList<Delivery> waiting = box.waiting();
        QCOMPARE(waiting.size(), 1000);
        QCOMPARE(waiting.at(0).body, QByteArray("0"));
        QCOMPARE(waiting.at(1).body, QByteArray("2"));
        QCOMPARE(waiting.last().body, QByteArray("1000"));
    }

    void isBoundedByBytesToo()
    {
        Outbox box;
        box.setSinks({a, b});
        const qsizetype share = Outbox::mostBytes / 2;
        const QByteArray large(share / 4, 'x');
        const auto bytes = [&box](const QString &sink) {
            qsizetype sum = 0;
            for (const Delivery &waiting : box.waiting())
                sum += waiting.sink == sink ? waiting.body.size() : 0;
            return sum;
        };
        for (int number = 1; number <= 4; ++number)
            QCOMPARE(box.push({a, large, {}, number}), 0U);
        QCOMPARE(box.take(m_now)->alert, 1);
        QCOMPARE(box.push({b, large, {}, 1}), 0U); // the other has its own share
        QCOMPARE(box.take(m_now)->sink, b); // and is busy all the while: sinks are asked in any order
        QCOMPARE(box.push({a, large, {}, 5}), 1U);
        QCOMPARE(box.push({a, large + large + large, {}, 6}), 3U); // all but the one under way
        QVERIFY(bytes(a) <= share);
        QCOMPARE(box.push({a, QByteArray(share + 1, 'x'), {}, 7}), 1U); // itself
        box.finish(a);
        QCOMPARE(box.take(m_now)->alert, 6);
        box.finish(a);
        QVERIFY(!box.nextDue() || bytes(a) == 0);
        QCOMPARE(box.push({a, QByteArray(share, 'x'), {}, 8}), 0U); // nothing is counted for ever
        QCOMPARE(bytes(b), large.size());
    }

    void oldNewsGoesFirst()
    {
        Outbox box;
        box.setSinks({a});
        const QByteArray large(Outbox::mostBytes / 5, 'x');
        for (const int alert : {1, 2, 3, 2, 3}) // 2 and 3 were raised, and are resolved
            QCOMPARE(box.push({a, large, {}, alert}), 0U);
        const auto alerts = [&box] {
            QList<qint64> all;
            for (const Delivery &waiting : box.waiting())
                all << waiting.alert;
            return all;
        };
        QCOMPARE(box.push({a, large, {}, 4}), 1U);
        QCOMPARE(alerts(), (QList<qint64>{1, 3, 2, 3, 4}));
        QCOMPARE(box.push({a, large, {}, 5}), 1U);
        QCOMPARE(alerts(), (QList<qint64>{1, 2, 3, 4, 5}));
        QCOMPARE(box.push({a, large, {}, 6}), 1U);
        QCOMPARE(alerts(), (QList<qint64>{2, 3, 4, 5, 6}));
    }

    void forgetsSinksThatAreGone()
    {
        Outbox box = filled();
        box.push(delivery(b, 9));
        box.take(m_now);
        box.setSinks({b, QStringLiteral("c")});
        QCOMPARE(box.waiting(), QList<Delivery>{delivery(b, 9)});
        box.finish(a); // what was under way ends
        QCOMPARE(box.push(delivery(a, 4)), 0U);
        QCOMPARE(box.waiting().size(), 1);
    }

    void whatIsUnderWayIsNotToldYet()
    {
        Outbox box = filled();
        box.take(m_now);
        QCOMPARE(box.waiting().size(), 3); // should the orchestrator end now, it is told again
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
