#include "tests/ui/support/logpaneltest.h"
#include "ui/panels/logbar.h"
#include "ui/panels/logfooter.h"
#include "ui/panels/logview.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace foghorn;
using namespace std::chrono_literals;

class TestLogPanel : public QObject, private LogPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void followsTheSelection();
    void readsNothingWhileHidden();
    void emptyPagesSayWhy();
    void followsOnlyAtTheEnd();
    void whatIsReadStaysWhenOldLinesGo();
    void pauseKeepsLinesBack();
    void findByKeys();
    void onlyMatchesKeepsWhatIsRead();
    void levelHidesLesserLines();
    void copyGivesTheChosenLines();
    void exportWritesWhatIsShown();
    void currentLineIsShownWhole();
    void olderLinesAreSomewhere();
    void hostileLinesArePainted();

private:
    void say(int from, int to, const char *text = "INFO line %1", const char *service = "onion")
    {
        LogNews news;
        news.isFirst = from == 0;
        for (int i = from; i < to; ++i)
            news.lines.append(
                fakeLine(id(service), noon() + std::chrono::seconds(i), QString::fromLatin1(text).arg(i).toUtf8()));
        const int before = m_panel->model().rowCount();
        m_logs->say(news);
        if (!m_panel->feed().isPaused())
            QTRY_COMPARE(m_panel->feed().waitingCount(), 0);
        Q_UNUSED(before)
    }
    QString textAtTop() const
    {
        const QModelIndex top = m_panel->view().indexAt(QPoint(5, 5));
        return top.isValid() ? m_panel->model().entry(top.row()).text : QString();
    }
    bool isAtEnd() const
    {
        const QScrollBar *bar = m_panel->view().verticalScrollBar();
        return bar->value() == bar->maximum();
    }
};

void TestLogPanel::followsTheSelection()
{
    QCOMPARE(m_logs->followed, QList<QList<ServiceId>>{{id("onion")}});
    m_selection->set({id("p2p"), id("onion")}, id("p2p"));
    QCOMPARE(m_logs->followed.last(), (QList<ServiceId>{id("onion"), id("p2p")}));
    auto *chip = child<QToolButton>("Leave out onion");
    QVERIFY(chip && chip->isVisible());
    // What came of services that are left out is gone.
    say(0, 10);
    QCOMPARE(m_panel->model().rowCount(), 10);
    chip = child<QToolButton>("Leave out p2p");
    QVERIFY(chip);
    chip->click();
    QCOMPARE(m_logs->followed.last(), QList<ServiceId>{id("onion")});
    QCOMPARE(m_panel->model().rowCount(), 0);
    child<QToolButton>("Show the logs of all services")->click();
    QCOMPARE(m_logs->followed.last().size(), 10);
}

void TestLogPanel::readsNothingWhileHidden()
{
    say(0, 10);
    m_panel->hide();
    QVERIFY(m_logs->stream->isPaused);
    m_selection->selectOnly(id("p2p"));
    QCOMPARE(m_logs->followed.size(), 1);
    m_selection->selectOnly(id("onion"));
    m_panel->show();
    QVERIFY(!m_logs->stream->isPaused);
    QCOMPARE(m_logs->followed.size(), 1); // goes on where it was
    QCOMPARE(m_panel->model().rowCount(), 10);
}

void TestLogPanel::emptyPagesSayWhy()
{
    QCOMPARE(m_panel->emptyText(), QStringLiteral("Reading the logs…"));
    LogNews news;
    news.isFirst = true;
    m_logs->say(news);
    QCOMPARE(m_panel->emptyText(), QStringLiteral("onion has written nothing yet"));
    news = {};
    news.faults.insert(id("onion"), QStringLiteral("The log /x/onion.log cannot be read: Permission denied"));
    m_logs->say(news);
    QCOMPARE(m_panel->emptyText(), QStringLiteral("The log cannot be read"));
    news.faults[id("onion")] = QString();
    m_logs->say(news);
    say(0, 20);
    QVERIFY(m_panel->emptyText().isEmpty());
    m_panel->bar().findField().setText(QStringLiteral("not there"));
    child<QCheckBox>("Only matches")->setChecked(true);
    QCOMPARE(m_panel->emptyText(), QStringLiteral("0 of 20 lines match"));
    child<QPushButton>("Show &all lines")->click();
    QCOMPARE(m_panel->model().rowCount(), 20);
    m_registry->setOutline({});
    QCOMPARE(m_panel->emptyText(), QStringLiteral("No services yet"));
}

void TestLogPanel::followsOnlyAtTheEnd()
{
    say(0, 200);
    QTRY_VERIFY(isAtEnd());
    say(200, 300);
    QTRY_VERIFY(isAtEnd());
    QVERIFY(!m_panel->newLines().isVisible());
    m_panel->view().setFocus();
    QTest::keyClick(&m_panel->view(), Qt::Key_Home);
    QVERIFY(!m_panel->view().isFollowing());
    QCOMPARE(textAtTop(), QStringLiteral("line 0"));
    say(300, 512);
    QTRY_VERIFY(m_panel->newLines().isVisible());
    QCOMPARE(m_panel->newLines().text(), QStringLiteral("212 new lines below (End)"));
    QCOMPARE(textAtTop(), QStringLiteral("line 0"));
    QTest::keyClick(&m_panel->view(), Qt::Key_End);
    QTRY_VERIFY(isAtEnd());
    QVERIFY(m_panel->view().isFollowing());
    QVERIFY(!m_panel->newLines().isVisible());
}

void TestLogPanel::whatIsReadStaysWhenOldLinesGo()
{
    constexpr int all = static_cast<int>(LogModel::usualCapacity);
    say(0, all);
    QCOMPARE(m_panel->model().rowCount(), all);
    m_panel->view().goTo(50'000);
    QTRY_VERIFY(!m_panel->view().isFollowing());
    const QString top = textAtTop();
    QVERIFY(!top.isEmpty());
    say(all, all + 5000);
    QCOMPARE(m_panel->model().rowCount(), all);
    QTRY_COMPARE(textAtTop(), top);
    QVERIFY(!m_panel->view().isFollowing());
}

void TestLogPanel::pauseKeepsLinesBack()
{
    say(0, 10);
    m_panel->bar().pauseButton().click();
    say(10, 15);
    QCOMPARE(m_panel->model().rowCount(), 10);
    QCOMPARE(m_panel->newLines().text(), QStringLiteral("Paused: 5 lines wait"));
    m_panel->bar().pauseButton().click();
    QTRY_COMPARE(m_panel->model().rowCount(), 16); // and a note
    QVERIFY(m_panel->model().entry(10).text.startsWith(QStringLiteral("Paused here for ")));
    QVERIFY(!m_panel->newLines().isVisible());
}

void TestLogPanel::findByKeys()
{
    say(0, 100);
    m_panel->focusFind();
    QLineEdit &field = m_panel->bar().findField();
    QTest::keyClicks(&field, QStringLiteral("LINE 7"));
    QCOMPARE(m_panel->model().foundCount(), 11);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(m_panel->view().currentIndex().row(), 7);
    m_panel->findActions().first()->trigger();
    QCOMPARE(m_panel->view().currentIndex().row(), 70);
    QVERIFY(!m_panel->view().visualRect(m_panel->view().currentIndex()).isEmpty());
    m_panel->findActions().last()->trigger();
    m_panel->findActions().last()->trigger();
    QCOMPARE(m_panel->view().currentIndex().row(), 79); // around the end
    QCOMPARE(child<QLabel>("11 of 11") != nullptr, true);
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QVERIFY(field.hasFocus());
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(m_panel->view().hasFocus());
}

void TestLogPanel::onlyMatchesKeepsWhatIsRead()
{
    say(0, 1000);
    m_panel->bar().findField().setText(QStringLiteral("line 50"));
    m_panel->findActions().first()->trigger();
    const LogEntryPtr read = m_panel->model().share(m_panel->view().currentIndex().row());
    auto *only = child<QCheckBox>("Only matches");
    only->setChecked(true);
    QCOMPARE(m_panel->model().rowCount(), 11);
    QCOMPARE(m_panel->model().share(m_panel->view().currentIndex().row()), read);
    only->setChecked(false);
    QCOMPARE(m_panel->model().rowCount(), 1000);
    QCOMPARE(m_panel->model().share(m_panel->view().currentIndex().row()), read);
    QTRY_VERIFY(!m_panel->view().visualRect(m_panel->view().currentIndex()).isEmpty());
}

void TestLogPanel::levelHidesLesserLines()
{
    say(0, 10);
    say(10, 13, "WARN hm %1");
    say(13, 15, "ERROR no %1");
    auto *level = m_panel->findChild<QComboBox *>();
    level->setCurrentIndex(2);
    QCOMPARE(m_panel->model().rowCount(), 5);
    level->setCurrentIndex(3);
    QCOMPARE(m_panel->model().rowCount(), 2);
    say(15, 16);
    QCOMPARE(m_panel->model().rowCount(), 2);
    level->setCurrentIndex(0);
    QCOMPARE(m_panel->model().rowCount(), 16);
}

void TestLogPanel::copyGivesTheChosenLines()
{
    say(0, 10);
    m_panel->view().setFocus();
    m_panel->view().goTo(3);
    QTest::keyClick(&m_panel->view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&m_panel->view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
        QStringLiteral("2026-11-23T12:00:03.000Z INFO onion line 3\n2026-11-23T12:00:04.000Z INFO onion line 4"));
}

void TestLogPanel::exportWritesWhatIsShown()
{
    say(0, 4);
    const QTemporaryDir folder;
    const QSignalSpy good(m_panel.get(), &LogPanel::succeeded);
    const QSignalSpy bad(m_panel.get(), &LogPanel::failed);
    m_panel->exportTo(folder.filePath(id("out.log")));
    QTRY_COMPARE(good.size(), 1);
    QFile file(folder.filePath(id("out.log")));
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), 4);
    QVERIFY(text.startsWith("2026-11-23T12:00:00.000Z INFO onion line 0\n"));
    m_panel->exportTo(folder.filePath(id("no/such/folder.log")));
    QTRY_COMPARE(bad.size(), 1);
}

void TestLogPanel::currentLineIsShownWhole()
{
    say(0, 1, "WARN {\"attempt\":3,\"why\":\"<b>%1</b>\"}");
    m_panel->view().goTo(0);
    const QString text = m_panel->footer().text();
    QVERIFY2(text.contains(QStringLiteral("onion  WARN\n{\n    \"attempt\": 3")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("<b>0</b>")));
}

void TestLogPanel::olderLinesAreSomewhere()
{
    LogNews news;
    news.isFirst = true;
    news.lines = {fakeLine(id("onion"), noon(), "INFO x")};
    news.older = {{id("onion"), QStringLiteral("/var/log/onion.log")}};
    m_logs->say(news);
    QCOMPARE(m_panel->footer().olderText(), QStringLiteral("Older lines are in /var/log/onion.log"));
    child<QToolButton>("Copy the path of the log")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("/var/log/onion.log"));
}

void TestLogPanel::hostileLinesArePainted()
{
    LogNews news;
    news.isFirst = true;
    for (const QByteArray &text : {QByteArray(16 * 1024, 'x'), QByteArray(16 * 1024, '\xff'),
             QByteArray("\x1b[31mx").repeated(2000), QByteArray("\xe2\x80\xae<b>x</b>\0\a", 13), QByteArray()})
        news.lines.append({id("onion"), noon(), false, true, text});
    m_logs->say(news);
    QTRY_COMPARE(m_panel->model().rowCount(), 5);
    m_panel->bar().findField().setText(QStringLiteral("x"));
    for (int row = 0; row < 5; ++row) {
        m_panel->view().goTo(row);
        QVERIFY(!m_panel->grab().isNull());
    }
}

QTEST_MAIN(TestLogPanel)
#include "tst_logpanel.moc"
