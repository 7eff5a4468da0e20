// What the Logs page shares with others and keeps: the time cursor, choices, the limit; and what it hides or exports.
#include "tests/ui/support/logpaneltest.h"
#include "ui/models/settingkeys.h"
#include "ui/panels/logbar.h"
#include "ui/panels/logdelegate.h"
#include "ui/panels/logview.h"
#include "ui/style/wording.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace foghorn;
using namespace std::chrono_literals;

class TestLogPanelTime : public QObject, private LogPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void goesToAMomentOfAService();
    void aMomentWaitsForTheLines();
    void aMomentAfterTheLastLineFollows();
    void chosenLinesMoveTheCursor();
    void theCursorIsMarked();
    void clearViewOnlyHides();
    void surroundingsOfMatches();
    void choicesAreRemembered();
    void nonsenseInSettingsIsNoMatter();
    void limitComesFromSettings();
    void pathOfUnreadableLogIsCopied();
    void silenceSaysSinceWhen();
    void exportsInTheFormatOfTheName();

private:
    LogNews news(int from, int to) const
    {
        LogNews made;
        made.isFirst = from == 0;
        for (int i = from; i < to; ++i)
            made.lines.append(fakeLine(m_logs->followed.last().first(), noon() + std::chrono::seconds(i),
                QByteArray("INFO line ") + QByteArray::number(i)));
        return made;
    }
    void say(int from, int to)
    {
        m_logs->say(news(from, to));
        QTRY_COMPARE(m_panel->feed().waitingCount(), 0);
    }
    QString current() const
    {
        const int row = m_panel->view().currentIndex().row();
        return row < 0 ? QString() : m_panel->model().entry(row).text;
    }
};

void TestLogPanelTime::goesToAMomentOfAService()
{
    say(0, 1000);
    m_panel->showAt(id("onion"), noon() + 333500ms);
    QCOMPARE(current(), QStringLiteral("line 334"));
    QVERIFY(!m_panel->view().visualRect(m_panel->view().currentIndex()).isEmpty());
    QVERIFY(!m_panel->view().isFollowing());
    QCOMPARE(m_cursor->time(), std::optional(noon() + 333500ms));
    // Among several the service stays among them.
    m_selection->set({id("onion"), id("p2p")}, id("p2p"));
    m_panel->showAt(id("onion"), noon());
    QCOMPARE(m_selection->selected().size(), 2);
}

void TestLogPanelTime::aMomentWaitsForTheLines()
{
    m_panel->hide();
    m_panel->showAt(id("p2p"), noon() + 50s);
    QCOMPARE(m_selection->current(), id("p2p"));
    m_panel->show();
    QCOMPARE(m_logs->followed.last(), QList<ServiceId>{id("p2p")});
    QVERIFY(current().isEmpty());
    say(0, 5000);
    QTRY_COMPARE(current(), QStringLiteral("line 50"));
    QVERIFY(!m_panel->view().isFollowing());
    say(5000, 5100);
    QCOMPARE(current(), QStringLiteral("line 50")); // once only
}

void TestLogPanelTime::aMomentAfterTheLastLineFollows()
{
    say(0, 1000);
    m_panel->showAt(id("onion"), noon() + 10s);
    m_panel->showAt(id("onion"), noon() + 24h);
    QVERIFY(m_panel->view().isFollowing());
}

void TestLogPanelTime::chosenLinesMoveTheCursor()
{
    say(0, 20);
    QVERIFY(!m_cursor->time());
    const QModelIndex row = m_panel->model().index(7);
    QTest::mouseClick(m_panel->view().viewport(), Qt::LeftButton, {}, m_panel->view().visualRect(row).center());
    QCOMPARE(m_cursor->time(), std::optional(noon() + 7s));
    QTest::keyClick(&m_panel->view(), Qt::Key_Down);
    QCOMPARE(m_cursor->time(), std::optional(noon() + 8s));
    m_panel->bar().findField().setText(id("line 15"));
    m_panel->findActions().first()->trigger();
    QCOMPARE(m_cursor->time(), std::optional(noon() + 15s));
    say(20, 40); // nobody chose anything
    QCOMPARE(m_cursor->time(), std::optional(noon() + 15s));
}

void TestLogPanelTime::theCursorIsMarked()
{
    say(0, 20);
    const QImage without = m_panel->view().viewport()->grab().toImage();
    m_cursor->setTime(noon() + 4500ms);
    const QImage with = m_panel->view().viewport()->grab().toImage();
    QVERIFY(with != without);
    const QRect line = m_panel->view().visualRect(m_panel->model().index(5)); // the first that is not older
    const auto differs = [&](int y) { return with.pixel(line.right() - 20, y) != without.pixel(line.right() - 20, y); };
    QVERIFY(differs(line.top()));
    QVERIFY(!differs(line.center().y()));
    QVERIFY(!differs(line.top() - line.height()));
}

void TestLogPanelTime::clearViewOnlyHides()
{
    say(0, 10);
    QVERIFY(m_panel->clearedLines().isHidden());
    child<QToolButton>("Hide the lines that are here now; they can be shown again")->click();
    QCOMPARE(m_panel->emptyText(), QStringLiteral("Nothing new since the view was cleared"));
    QCOMPARE(m_panel->clearedLines().text(), QStringLiteral("10 lines cleared from view – show them again"));
    say(10, 12);
    QCOMPARE(m_panel->model().rowCount(), 2);
    QVERIFY(m_panel->emptyText().isEmpty());
    m_panel->clearedLines().click();
    QCOMPARE(m_panel->model().rowCount(), 12);
    QVERIFY(m_panel->clearedLines().isHidden());
}

void TestLogPanelTime::surroundingsOfMatches()
{
    say(0, 100);
    auto *around = m_panel->findChild<QSpinBox *>();
    QVERIFY(!around->isEnabled());
    m_panel->bar().findField().setText(id("line 50"));
    child<QCheckBox>("Only matches")->setChecked(true);
    QVERIFY(around->isEnabled());
    QCOMPARE(m_panel->model().rowCount(), 1);
    around->setValue(3);
    QCOMPARE(m_panel->model().rowCount(), 7);
    QCOMPARE(m_panel->model().entry(0).text, QStringLiteral("line 47"));
}

void TestLogPanelTime::choicesAreRemembered()
{
    child<QCheckBox>("Times in UTC")->setChecked(true);
    child<QCheckBox>("Break long lines")->setChecked(false);
    m_panel->findChild<QComboBox *>()->setCurrentIndex(2);
    m_panel->findChild<QSpinBox *>()->setValue(4);
    QCOMPARE(m_settings->value(id("logs/level")).toString(), QStringLiteral("warn"));
    makePanel();
    QVERIFY(child<QCheckBox>("Times in UTC")->isChecked());
    QVERIFY(m_panel->view().lineDelegate().isUtc());
    QVERIFY(!child<QCheckBox>("Break long lines")->isChecked());
    QCOMPARE(m_panel->model().filter().least, LogLevel::Warning);
    QCOMPARE(m_panel->bar().filter().around, 4);
    m_settings->setValue(UtcKey, false); // chosen elsewhere
    QVERIFY(!child<QCheckBox>("Times in UTC")->isChecked());
}

void TestLogPanelTime::nonsenseInSettingsIsNoMatter()
{
    m_settings->setValue(id("logs/level"), id("<loud>"));
    m_settings->setValue(id("logs/around"), id("many"));
    m_settings->setValue(id("logs/lines"), id("-3"));
    m_settings->setValue(UtcKey, QVariantList{1, 2});
    makePanel();
    QCOMPARE(m_panel->bar().filter(), LogModel::Filter());
    QCOMPARE(m_panel->model().capacity(), std::size_t(1000));
    m_settings->setValue(LogLinesKey, id("x"));
    QCOMPARE(m_panel->model().capacity(), LogModel::usualCapacity);
}

void TestLogPanelTime::limitComesFromSettings()
{
    say(0, 3000);
    m_settings->setValue(LogLinesKey, 2000);
    QCOMPARE(m_panel->model().rowCount(), 2000);
    QCOMPARE(m_panel->model().entry(0).text, QStringLiteral("line 1000"));
}

void TestLogPanelTime::pathOfUnreadableLogIsCopied()
{
    auto *copy = child<QPushButton>("Copy &path");
    QVERIFY(copy->isHidden());
    LogNews trouble;
    trouble.isFirst = true;
    trouble.faults.insert(id("onion"), QStringLiteral("The log cannot be read: Permission denied"));
    m_logs->say(trouble);
    QVERIFY(copy->isVisible());
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), m_logs->placeOf(id("onion")));
}

void TestLogPanelTime::silenceSaysSinceWhen()
{
    setState(*m_registry, id("onion"), RunState::Running, Cause::StartUp, 0ms);
    m_logs->say(news(0, 0));
    const QString text = m_panel->emptyText();
    QVERIFY2(text.startsWith(QStringLiteral("onion has written nothing since ")), qPrintable(text));
    QVERIFY2(text.endsWith(Wording::clock(m_registry->find(id("onion"))->status.since)), qPrintable(text));
}

void TestLogPanelTime::exportsInTheFormatOfTheName()
{
    say(0, 3);
    const QTemporaryDir folder;
    const QSignalSpy good(m_panel.get(), &LogPanel::succeeded);
    m_panel->exportTo(folder.filePath(id("out.csv")));
    QTRY_COMPARE(good.size(), 1);
    QFile file(folder.filePath(id("out.csv")));
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(file.readAll().startsWith("time,level,service,text\r\n2026-11-23T12:00:00.000Z,INFO,onion,line 0\r\n"));
}

QTEST_MAIN(TestLogPanelTime)
#include "tst_logpaneltime.moc"
