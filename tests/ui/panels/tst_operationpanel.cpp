#include "tests/ui/support/fakefleet.h"
#include "ui/models/operationmodel.h"
#include "ui/models/operationwords.h"
#include "ui/panels/failurerow.h"
#include "ui/panels/operationcard.h"
#include "ui/panels/operationpanel.h"
#include "ui/panels/stepflow.h"

#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

class TestOperationPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void cardFollowsItsOperation();
    void goodOneFoldsAndCanBeOpened();
    void failureOffersLogAndRetry();
    void failureCanBeSkipped();
    void stuckOneOffersToBeKilled();
    void focusStaysOnItsButton();
    void waitingOnesCanBeStopped();
    void closingTakesItAway();
    void hostileReasonsAreOneCleanLine();
    void twoThousandAreFewLines();

private:
    int startAll()
    {
        return m_model->begin(OperationKind::Start, m_registry->order(),
            OperationWords::titleOfAll(OperationKind::Start, m_registry->fleetName()));
    }
    void finish(const ServiceId &service)
    {
        setState(*m_registry, service, RunState::Running, Cause::Command, 0s);
        addChecks(*m_registry, service, Health::Healthy, 1);
    }
    void fail(const ServiceId &service, const QString &reason)
    {
        ServiceStatus status = m_registry->find(service)->status;
        status.state = RunState::Failed;
        status.cause = Cause::Exited;
        status.since = Now::read().wall;
        status.lastError = reason;
        m_registry->update(status);
    }
    template<typename T = QPushButton> T *button(QWidget &in, const QString &name) const
    {
        for (auto *each : in.findChildren<T *>()) {
            if (each->text() == name || each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<OperationModel> m_model;
    std::unique_ptr<OperationPanel> m_panel;
    MonoTime m_now{};
};

void TestOperationPanel::init()
{
    m_registry = std::make_unique<ServiceRegistry>();
    m_registry->setOutline(fakeOutline(id("local"), tenServices()));
    m_model = std::make_unique<OperationModel>(*m_registry);
    m_now = std::chrono::steady_clock::now();
    m_model->setClock([this] { return m_now; });
    m_panel = std::make_unique<OperationPanel>(*m_model);
    m_panel->resize(900, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestOperationPanel::cleanup()
{
    m_panel.reset();
    m_model.reset();
    m_registry.reset();
}

void TestOperationPanel::cardFollowsItsOperation()
{
    const int operation = startAll();
    OperationCard *card = m_panel->card(operation);
    QVERIFY(card && card->isVisible());
    QVERIFY(card->text().startsWith(QStringLiteral("Start all on “local”\n0 of 10 done")));
    finish(id("dao"));
    QTRY_VERIFY(card->text().contains(QStringLiteral("1 of 10 done")));
    QVERIFY(card->text().contains(QStringLiteral("dao 0.0 s")));
    const auto *bar = card->findChild<QProgressBar *>();
    QCOMPARE(bar->maximum(), 10);
    QCOMPARE(bar->value(), 1);
    QVERIFY(bar->isVisible());
    int glyphLines = 0;
    for (auto *flow : card->findChildren<StepFlow *>())
        glyphLines += flow->isVisible() && !flow->accessibleName().isEmpty() ? 1 : 0;
    QCOMPARE(glyphLines, 6); // layers
}

void TestOperationPanel::goodOneFoldsAndCanBeOpened()
{
    const int operation = startAll();
    for (const ServiceId &service : m_registry->order())
        finish(service);
    m_model->noteAnswer(operation, {});
    OperationCard *card = m_panel->card(operation);
    QTRY_VERIFY(card->text().contains(QStringLiteral("10 of 10 done")));
    QVERIFY(card->isOpen());
    const int open = m_panel->wantedHeight();
    m_now += OperationModel::foldsAfter;
    m_model->look();
    QVERIFY(!card->isOpen());
    QVERIFY(m_panel->wantedHeight() < open);
    button<QToolButton>(*card, QStringLiteral("Show the steps of: Start all on “local”"))->click();
    QVERIFY(card->isOpen());
    m_model->look(); // it is still what the person chose
    QVERIFY(card->isOpen());
}

void TestOperationPanel::failureOffersLogAndRetry()
{
    const int operation = startAll();
    fail(id("onion"), QStringLiteral("port 9050 in use by tor (pid 811)"));
    OperationCard *card = m_panel->card(operation);
    QTRY_VERIFY(card->findChild<FailureRow *>());
    QCOMPARE(card->findChild<FailureRow *>()->text(), QStringLiteral("onion — port 9050 in use by tor (pid 811)"));
    QSignalSpy log(m_panel.get(), &OperationPanel::logWanted);
    QSignalSpy retry(m_panel.get(), &OperationPanel::retryWanted);
    button(*card, QStringLiteral("Log"))->click();
    button(*card, QStringLiteral("Retry"))->click();
    QCOMPARE(log.value(0).value(0).toString(), id("onion"));
    QCOMPARE(retry.value(0).value(0).toInt(), operation);
    QCOMPARE(retry.value(0).value(1).toString(), id("onion"));
    m_model->noteAnswer(operation, QStringLiteral("onion did not come up"));
    m_now += 1min;
    m_model->look();
    QVERIFY(card->isOpen()); // a failed one stays
}

void TestOperationPanel::failureCanBeSkipped()
{
    const int operation = startAll();
    fail(id("onion"), QStringLiteral("exit 1"));
    OperationCard *card = m_panel->card(operation);
    QTRY_VERIFY(button(*card, QStringLiteral("Skip onion")));
    QPushButton *skip = button(*card, QStringLiteral("Skip onion"));
    QVERIFY(skip->isVisible() && skip->text() == QStringLiteral("Skip") && skip->toolTip() == skip->statusTip());
    skip->click();
    QTRY_VERIFY2(card->text().contains(QStringLiteral("onion — skipped by you")), qPrintable(card->text()));
    QVERIFY2(card->text().contains(QStringLiteral("0 of 10 done, 1 skipped")), qPrintable(card->text()));
    QVERIFY(!skip->isVisible());
}

void TestOperationPanel::stuckOneOffersToBeKilled()
{
    for (const ServiceId &service : m_registry->order())
        finish(service);
    const int operation = m_model->begin(OperationKind::Stop, {id("onion"), id("p2p")}, QStringLiteral("Stop two"));
    for (const char *name : {"onion", "p2p"})
        setState(*m_registry, id(name), RunState::Stopping, Cause::Command, 0s, Goal::Down);
    OperationCard *card = m_panel->card(operation);
    QTRY_VERIFY(card->text().contains(QStringLiteral("onion — stopping, 0 s of 30 s")));
    QVERIFY(!card->findChild<FailureRow *>());
    m_now += 16s;
    setState(*m_registry, id("p2p"), RunState::Stopped, Cause::Command, 0s, Goal::Down);
    m_model->look();
    QTRY_VERIFY(card->findChild<FailureRow *>());
    QCOMPARE(card->findChildren<FailureRow *>().size(), 1);
    QCOMPARE(card->findChild<FailureRow *>()->text(), QStringLiteral("onion — stopping, 16 s of 30 s"));
    auto *force = button(*card, QStringLiteral("Force onion to stop"));
    QVERIFY(force && force->isVisible());
    QVERIFY(button(*card, QStringLiteral("Log of onion"))->isVisible());
    QVERIFY(button(*card, QStringLiteral("Retry onion"))->isHidden());
    QVERIFY(button(*card, QStringLiteral("Skip onion"))->isHidden());
    const QSignalSpy forced(m_panel.get(), &OperationPanel::forceStopWanted);
    QTest::mouseClick(force, Qt::LeftButton);
    QCOMPARE(forced.size(), 1);
    QCOMPARE(forced.first().first().value<ServiceId>(), id("onion"));
    setState(*m_registry, id("onion"), RunState::Stopped, Cause::Command, 0s, Goal::Down);
    QTRY_VERIFY(force->parentWidget()->isHidden());
    QVERIFY(card->text().contains(QStringLiteral("2 of 2 done")));
}

void TestOperationPanel::focusStaysOnItsButton()
{
    startAll();
    fail(id("onion"), QStringLiteral("exit 1"));
    QTRY_VERIFY(button(*m_panel, QStringLiteral("Retry onion")));
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    QPushButton *retry = button(*m_panel, QStringLiteral("Retry onion"));
    retry->setFocus();
    fail(id("p2p"), QStringLiteral("exit 2"));
    QTRY_VERIFY(button(*m_panel, QStringLiteral("Retry p2p")));
    QCOMPARE(button(*m_panel, QStringLiteral("Retry onion")), retry);
    QVERIFY(retry->hasFocus());
}

void TestOperationPanel::waitingOnesCanBeStopped()
{
    const int operation = startAll();
    OperationCard *card = m_panel->card(operation);
    QPushButton *stop = button(*card, QStringLiteral("Stop waiting ones"));
    QVERIFY(stop->isHidden());
    finish(id("dao"));
    setState(*m_registry, id("edge"), RunState::Waiting, Cause::Dependency, 0s);
    QTRY_VERIFY(stop->isVisible());
    QCOMPARE(stop->toolTip(), QStringLiteral("Stops 1 service that waits; 1 started service stays running"));
    QCOMPARE(stop->statusTip(), stop->toolTip());
    QSignalSpy wanted(m_panel.get(), &OperationPanel::stopWaitingWanted);
    stop->click();
    QCOMPARE(wanted.value(0).value(0).toInt(), operation);
}

void TestOperationPanel::closingTakesItAway()
{
    const int operation = startAll();
    const QPointer<OperationCard> card = m_panel->card(operation);
    auto *close = button<QToolButton>(*card, QStringLiteral("Take away: Start all on “local”"));
    QVERIFY(!close->isEnabled());
    QCOMPARE(close->toolTip(), QStringLiteral("It is still under way"));
    m_model->skip(operation, m_registry->order(), QStringLiteral("stopped"));
    m_model->noteAnswer(operation, {});
    QTRY_VERIFY(close->isEnabled());
    close->click();
    QTRY_VERIFY(!card);
    QVERIFY(m_model->operations().empty());
}

void TestOperationPanel::hostileReasonsAreOneCleanLine()
{
    startAll();
    fail(id("onion"), QStringLiteral("<b>bold</b>\n\x1b[31m\u202e") + QString(5000, u'x'));
    QTRY_VERIFY(m_panel->findChild<FailureRow *>());
    const QString text = m_panel->findChild<FailureRow *>()->text();
    QVERIFY(text.contains(QStringLiteral("<b>bold</b>"))); // as text
    QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x1b)) && !text.contains(QChar(0x202e)));
    QVERIFY(text.size() < 1000);
    QVERIFY(m_panel->widget()->width() <= 900); // nothing grows beyond the window
}

void TestOperationPanel::twoThousandAreFewLines()
{
    m_registry->setOutline(fakeOutline(id("switch"), manyServices(2000)));
    const int operation = startAll();
    for (const ServiceId &service : m_registry->order().mid(0, 700))
        finish(service);
    OperationCard *card = m_panel->card(operation);
    QTRY_VERIFY(card->text().contains(QStringLiteral("700 of %1 done").arg(QLocale().toString(2000))));
    QVERIFY(card->findChildren<StepFlow *>().size() <= 10);
}

QTEST_MAIN(TestOperationPanel)
#include "tst_operationpanel.moc"
