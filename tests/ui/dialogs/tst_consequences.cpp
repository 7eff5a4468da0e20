#include "tests/ui/support/fakefleet.h"
#include "ui/dialogs/consequences.h"
#include "ui/dialogs/usualtimes.h"

#include "core/model/words.h"
#include "core/registry/eventlog.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

void noteRun(EventLog &events, const char *service, std::chrono::milliseconds stops)
{
    static WallTime at = Now::read().wall - std::chrono::hours(1);
    const auto note = [&](RunState from, RunState to) {
        Event event;
        event.at = at;
        event.kind = EventKind::StateChanged;
        event.service = id(service);
        event.from = toWord(from);
        event.to = toWord(to);
        events.append(event);
    };
    note(RunState::Running, RunState::Stopping);
    at += stops;
    note(RunState::Stopping, RunState::Stopped);
    at += 1s;
}

} // namespace

class TestConsequences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void stopNamesEachWithRelationAndConsequence();
    void stopSaysHowLongItUsuallyTakes();
    void criticalIsAlwaysAsked();
    void restartSaysWhoStaysUp();
    void restartWithDependentsCountsThem();
    void allListsTheLayersInOrder();
    void startingAllIsConfirmedByEnter();
    void cancelIsTheDefault();
    void boxIsReadAndSpoken();
    void hintsAreShort();
    void keysHaveWords();
    void planTakesSelectedOnesOnce();
    void twoThousandAtOnceAreQuick();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    ConsequenceDialog::Content stop(const QList<ServiceId> &services) const
    {
        return Consequences::ofStop(*m_registry, *m_events, StopPlan::of(*m_registry, services));
    }

    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<EventLog> m_events;
};

void TestConsequences::init()
{
    m_registry = std::make_unique<ServiceRegistry>();
    m_events = std::make_unique<EventLog>();
    m_registry->setOutline(fakeOutline(id("local"), tenServices()));
    makeAllHealthy(*m_registry);
}

void TestConsequences::stopNamesEachWithRelationAndConsequence()
{
    const ConsequenceDialog::Content content = stop({id("vpn_coordinator")});
    QCOMPARE(content.title, QStringLiteral("Stop vpn_coordinator?"));
    QCOMPARE(content.introduction, QStringLiteral("On “local”. Stopping vpn_coordinator also affects 2 services:"));
    QCOMPARE(content.lines.size(), 2);
    QCOMPARE(content.lines.first().name, id("betanet"));
    QCOMPARE(content.lines.first().relation, QStringLiteral("optional"));
    QCOMPARE(content.lines.first().consequence, QStringLiteral("→ keeps running, degraded"));
    QCOMPARE(content.lines.first().look.family, StateFamily::Healthy);
    const ConsequenceDialog::Content onion = stop({id("onion")});
    QCOMPARE(onion.lines.first().relation, QStringLiteral("needs it"));
    QCOMPARE(onion.lines.first().consequence, QStringLiteral("→ will be stopped first"));
    QCOMPARE(onion.verb, QStringLiteral("&Stop 3 services"));
    QCOMPARE(onion.doNotAsk, QStringLiteral("&Do not ask again where no critical service is hit"));
}

void TestConsequences::stopSaysHowLongItUsuallyTakes()
{
    QCOMPARE(stop({id("onion")}).duration, QStringLiteral("May take up to 30 s each."));
    noteRun(*m_events, "onion", 9s); // the last one counts
    noteRun(*m_events, "onion", 2s);
    noteRun(*m_events, "betanet", 1s);
    noteRun(*m_events, "vpn_coordinator", 1s);
    QCOMPARE(stop({id("onion")}).duration, QStringLiteral("Usually takes 4 s (longest allowed 30 s each)."));
    noteRun(*m_events, "bitchat", 20ms);
    QCOMPARE(stop({id("bitchat")}).duration,
        QStringLiteral("Usually takes less than a second (longest allowed 30 s each)."));
}

void TestConsequences::criticalIsAlwaysAsked()
{
    const StopPlan plan = StopPlan::of(*m_registry, {id("dao")});
    QVERIFY(plan.critical);
    QVERIFY(stop({id("dao")}).doNotAsk.isEmpty());
    QVERIFY(Consequences::settingsKey(plan, false).isEmpty());
    QVERIFY(stop({id("dao")}).introduction.startsWith(QStringLiteral("A critical service is among those affected.")));
    const StopPlan leaves = StopPlan::of(*m_registry, {id("betanet"), id("bitchat")});
    QCOMPARE(Consequences::settingsKey(leaves, false), QStringLiteral("confirm/stop-unneeded"));
    QCOMPARE(Consequences::settingsKey(leaves, true), QStringLiteral("confirm/restart-unneeded"));
    QCOMPARE(
        stop({id("betanet"), id("bitchat")}).doNotAsk, QStringLiteral("&Do not ask again for services nobody needs"));
}

void TestConsequences::restartSaysWhoStaysUp()
{
    const StopPlan plan = StopPlan::of(*m_registry, {id("onion")});
    const ConsequenceDialog::Content content =
        Consequences::ofRestart(*m_registry, *m_events, plan, Consequences::Dependents::StayUp);
    QCOMPARE(content.title, QStringLiteral("Restart onion?"));
    QCOMPARE(content.verb, QStringLiteral("&Restart it"));
    for (const ConsequenceDialog::Line &line : content.lines)
        QCOMPARE(line.consequence, QStringLiteral("→ stays up, without it meanwhile"));
}

void TestConsequences::restartWithDependentsCountsThem()
{
    const StopPlan plan = StopPlan::of(*m_registry, {id("onion")});
    const ConsequenceDialog::Content content =
        Consequences::ofRestart(*m_registry, *m_events, plan, Consequences::Dependents::RestartToo);
    QCOMPARE(content.title, QStringLiteral("Restart onion and what needs it?"));
    QCOMPARE(content.verb, QStringLiteral("&Restart 3 services"));
    QCOMPARE(content.lines.first().consequence, QStringLiteral("→ will be restarted too"));
    QCOMPARE(content.lines.last().consequence, QStringLiteral("→ stays up, without it meanwhile")); // bitchat
}

void TestConsequences::allListsTheLayersInOrder()
{
    const auto content = [this](Consequences::All all) {
        return Consequences::ofAll(all, *m_registry, *m_events, m_registry->order());
    };
    const ConsequenceDialog::Content stops = content(Consequences::All::Stop);
    QCOMPARE(stops.title, QStringLiteral("Stop all services?"));
    QCOMPARE(stops.verb, QStringLiteral("&Stop 10 services"));
    QCOMPARE(stops.lines.size(), 6);
    QCOMPARE(stops.lines.first().name, QStringLiteral("Layer 5"));
    QCOMPARE(stops.lines.last().name, QStringLiteral("Layer 0"));
    QCOMPARE(stops.lines.last().relation, QStringLiteral("dao (critical)"));
    QVERIFY(stops.doNotAsk.isEmpty()); // of all: always asked
    QCOMPARE(content(Consequences::All::Start).lines.first().name, QStringLiteral("Layer 0"));
    QCOMPARE(content(Consequences::All::Restart).verb, QStringLiteral("&Restart 10 services"));
}

void TestConsequences::startingAllIsConfirmedByEnter()
{
    auto *dialog = new ConsequenceDialog(
        Consequences::ofAll(Consequences::All::Start, *m_registry, *m_events, m_registry->order()));
    bool accepted = false;
    connect(dialog, &QDialog::accepted, this, [&accepted] { accepted = true; });
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(accepted);
}

void TestConsequences::cancelIsTheDefault()
{
    auto *dialog = new ConsequenceDialog(stop({id("onion")}));
    bool accepted = false;
    bool rejected = false;
    connect(dialog, &QDialog::accepted, this, [&accepted] { accepted = true; });
    connect(dialog, &QDialog::rejected, this, [&rejected] { rejected = true; });
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(rejected);
    QVERIFY(!accepted);
}

void TestConsequences::boxIsReadAndSpoken()
{
    auto *dialog = new ConsequenceDialog(stop({id("onion")}));
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    const std::unique_ptr<ConsequenceDialog> owner(dialog);
    auto *box = dialog->findChild<QCheckBox *>();
    QVERIFY(box);
    QVERIFY(!dialog->isSparedFromNowOn());
    box->click();
    QVERIFY(dialog->isSparedFromNowOn());
    QVERIFY(dialog->plainText().contains(QStringLiteral("betanet: needs it → will be stopped first")));
    QVERIFY(dialog->plainText().contains(QStringLiteral("Do not ask again").prepend(u'&')));
    QCOMPARE(dialog->accessibleDescription(), dialog->plainText());
}

void TestConsequences::hintsAreShort()
{
    const StopPlan plan = StopPlan::of(*m_registry, {id("onion")});
    QCOMPARE(Consequences::hintOfStop(plan),
        QStringLiteral("stops 2 more: betanet and vpn_coordinator; degraded by it: bitchat (optional)"));
    QCOMPARE(Consequences::hintOfRestart(plan, Consequences::Dependents::StayUp),
        QStringLiteral("without it meanwhile: betanet, vpn_coordinator and bitchat"));
    QCOMPARE(Consequences::hintOfRestart(plan, Consequences::Dependents::RestartToo),
        QStringLiteral("restarts 2 more: betanet and vpn_coordinator; without it meanwhile: bitchat"));
    QVERIFY(Consequences::hintOfStop(StopPlan::of(*m_registry, {id("bitchat")})).isEmpty());
    setState(*m_registry, id("dao"), RunState::Stopped, Cause::Command, 1min, Goal::Down);
    setState(*m_registry, id("scheduler"), RunState::Stopped, Cause::Command, 1min, Goal::Down);
    QCOMPARE(
        Consequences::hintOfStart(neededToStart(*m_registry, {id("scheduler")})), QStringLiteral("starts 1 more: dao"));
}

void TestConsequences::keysHaveWords()
{
    for (const QList<ServiceId> &services : {QList<ServiceId>{id("onion")}, {id("betanet"), id("bitchat")}}) {
        for (const bool isRestart : {false, true}) {
            const QString key = Consequences::settingsKey(StopPlan::of(*m_registry, services), isRestart);
            QVERIFY(key.startsWith(QStringLiteral("confirm/")));
            QVERIFY(!Consequences::describeKey(key.section(u'/', 1)).isEmpty());
        }
    }
    QVERIFY(Consequences::describeKey(QStringLiteral("something edited")).isEmpty());
}

void TestConsequences::planTakesSelectedOnesOnce()
{
    setState(*m_registry, id("bitchat"), RunState::Stopped, Cause::Command, 1min, Goal::Down);
    const StopPlan plan = StopPlan::of(*m_registry, {id("p2p"), id("betanet"), id("bitchat"), id("nobody")});
    QCOMPARE(plan.services, (QList<ServiceId>{id("p2p"), id("betanet")}));
    QVERIFY(plan.dependents.isEmpty()); // betanet is asked for, bitchat is down
    QVERIFY(plan.needsConsent());
    // One that is down is not stopped, and spares nobody.
    setState(*m_registry, id("vpn_coordinator"), RunState::Failed, Cause::RestartLimit, 1min);
    QCOMPARE(StopPlan::of(*m_registry, {id("fog_coordinator")}).dependents.first(), id("betanet"));
}

void TestConsequences::twoThousandAtOnceAreQuick()
{
    m_registry->setOutline(fakeOutline(id("switch"), manyServices(2000)));
    for (const ServiceId &service : m_registry->order())
        setState(*m_registry, service, RunState::Running);
    QElapsedTimer timer;
    timer.start();
    const StopPlan plan = StopPlan::of(*m_registry, m_registry->order());
    QCOMPARE(plan.stoppedCount(), 2000);
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed()))); // it is told with every hover
}

void TestConsequences::nothingIsCut_data()
{
    QTest::addColumn<int>("services");
    for (const int services : {10, 30, 400, 2000})
        QTest::newRow(qPrintable(QString::number(services))) << services;
}

void TestConsequences::nothingIsCut()
{
    QFETCH(int, services);
    if (services != 10)
        m_registry->setOutline(fakeOutline(id("switch"), manyServices(services)));
    for (const auto all : {Consequences::All::Start, Consequences::All::Stop, Consequences::All::Restart}) {
        ConsequenceDialog dialog(Consequences::ofAll(all, *m_registry, *m_events, m_registry->order()));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            QVERIFY2(label->height() >= needed, qPrintable(label->text()));
        }
        if (services == 2000)
            QVERIFY2(
                dialog.plainText().contains(QStringLiteral("Layer 9: 200 services, ")), qPrintable(dialog.plainText()));
    }
}

QTEST_MAIN(TestConsequences)
#include "tst_consequences.moc"
