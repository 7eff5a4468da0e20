#include "core/base/readyfuture.h"
#include "core/runtime/durablecommands.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace foghorn;

namespace {

/// Commands that end at once; what they decide is done a round later.
class QuickCommands final : public QObject, public Commands
{
public:
    QFuture<CommandOutcome> start(const ServiceId &, const CommandOptions &, const Actor &) override { return ended(); }
    QFuture<CommandOutcome> stop(const ServiceId &, const CommandOptions &, const Actor &) override { return ended(); }
    QFuture<CommandOutcome> restart(const ServiceId &, const CommandOptions &, const Actor &) override
    {
        return ended();
    }
    QFuture<CommandOutcome> resetFailed(const ServiceId &, const Actor &) override { return ended(); }
    QFuture<CommandOutcome> startAll(const CommandOptions &, const Actor &) override { return ended(); }
    QFuture<CommandOutcome> stopAll(const CommandOptions &, const Actor &) override { return ended(); }
    QFuture<QList<CheckResult>> checkNow(const QList<ServiceId> &, const Actor &) override
    {
        return readyFuture(QList<CheckResult>{});
    }
    QFuture<ReloadOutcome> reload(bool, const Actor &) override
    {
        decide();
        return readyFuture(ReloadOutcome{.verdict = Verdict::Invalid});
    }
    QFuture<CommandOutcome> shutdown(const Actor &) override { return readyFuture(CommandOutcome{}); }

    bool hasDecided = false;
    bool goesAway = false;

private:
    void decide()
    {
        hasDecided = false;
        QMetaObject::invokeMethod(
            this, [this] { hasDecided = true; }, Qt::QueuedConnection);
    }
    QFuture<CommandOutcome> ended()
    {
        decide();
        if (goesAway)
            return QPromise<CommandOutcome>().future();
        return readyFuture(CommandOutcome{Verdict::Accepted, QStringLiteral("begun")});
    }
};

} // namespace

class TestDurableCommands : public QObject
{
    Q_OBJECT

    QuickCommands m_commands;
    QList<std::function<void()>> m_asked;
    std::unique_ptr<DurableCommands> m_durable;

private Q_SLOTS:
    void init()
    {
        m_asked.clear();
        m_commands.goesAway = false;
        m_durable = std::make_unique<DurableCommands>(m_commands, [this](const std::function<void()> &call) {
            QVERIFY(m_commands.hasDecided); // else nothing of it could be written yet
            m_asked.append(call);
        });
    }
    void tellsWhenItIsWritten()
    {
        using Command = std::function<QFuture<CommandOutcome>()>;
        const ServiceId a = QStringLiteral("a");
        const QList<Command> commands{[&] { return m_durable->start(a, {}, {}); },
            [&] { return m_durable->stop(a, {}, {}); }, [&] { return m_durable->restart(a, {}, {}); },
            [&] { return m_durable->resetFailed(a, {}); }, [&] { return m_durable->startAll({}, {}); },
            [&] { return m_durable->stopAll({}, {}); }};
        for (const Command &command : commands) {
            m_asked.clear();
            const QFuture<CommandOutcome> outcome = command();
            QTRY_COMPARE(m_asked.size(), 1);
            QVERIFY(!outcome.isFinished());
            m_asked.first()();
            QVERIFY(outcome.isFinished());
            QCOMPARE(outcome.result().verdict, Verdict::Accepted);
            QCOMPARE(outcome.result().message, QStringLiteral("begun"));
        }
        const QFuture<ReloadOutcome> reloaded = m_durable->reload(false, {});
        QTRY_COMPARE(m_asked.size(), 2);
        QVERIFY(!reloaded.isFinished());
        m_asked.last()();
        QCOMPARE(reloaded.result().verdict, Verdict::Invalid);
    }
    void doesNotWaitForEver()
    {
        QElapsedTimer timer;
        timer.start();
        const QFuture<CommandOutcome> outcome = m_durable->stop(QStringLiteral("a"), {}, {});
        QTRY_COMPARE(m_asked.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isFinished(), 30'000);
        QVERIFY(timer.elapsed() >= DurableCommands::patience.count() * 9 / 10); // a coarse timer
        QCOMPARE(outcome.result().verdict, Verdict::Accepted);
        m_asked.first()(); // too late, and no harm
        QCOMPARE(outcome.resultCount(), 1);
    }
    void endsWithTheFleet()
    {
        m_commands.goesAway = true;
        const QFuture<CommandOutcome> gone = m_durable->stop(QStringLiteral("a"), {}, {});
        QTRY_VERIFY(gone.isFinished());
        QVERIFY(gone.isCanceled());
        m_commands.goesAway = false;
        const QFuture<CommandOutcome> unwritten = m_durable->stop(QStringLiteral("a"), {}, {});
        QTRY_COMPARE(m_asked.size(), 1);
        m_durable.reset();
        m_asked.clear();
        QVERIFY(unwritten.isFinished());
        QVERIFY(unwritten.isCanceled());
    }
};

QTEST_GUILESS_MAIN(TestDurableCommands)
#include "tst_durablecommands.moc"
