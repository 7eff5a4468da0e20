#include "tests/ui/support/comeround.h"
#include "tests/ui/support/windowtest.h"
#include "ui/mainwindow/dataage.h"

#include <QStatusBar>
#include <QToolButton>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

class PaintCounter final : public QObject
{
public:
    int paints = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

/// The age of what is shown, in the status bar; goal S16: nothing is painted for it that says nothing new.
class TestDataAge : public QObject, private WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { closeWindow(); }

    void theOlderTheCoarser();
    void ownFleetHasIt();
    void newsThatChangeNoWordPaintNothing();
    void daemonIsAsOldAsItsLastWord();
    void wordsChangeByThemselves();
    void onlyWhileConnected();
    void tellsTheExactTime();
    void isShortWhereThereIsLittleRoom();

private:
    DataAge &age() const { return *m_window->findChild<DataAge *>(); }
    void connectTo(ConnectionState::Link link, WallTime heardAt)
    {
        m_room->connection.setHeardAt(heardAt);
        m_room->connection.put({link, id("edge-7:7464"), Now::read().wall, {}, {}});
    }
};

void TestDataAge::init()
{
    openWindow([](FakeRoom &room) { makeBusyEvening(room.registry); });
}

void TestDataAge::theOlderTheCoarser()
{
    QCOMPARE(ageStepOf(0ms), (AgeStep{0s, 5s}));
    QCOMPARE(ageStepOf(-3s), (AgeStep{0s, 5s})); // a clock that was set back
    QCOMPARE(ageStepOf(4999ms), (AgeStep{0s, 5s}));
    QCOMPARE(ageStepOf(5s), (AgeStep{5s, 10s}));
    QCOMPARE(ageStepOf(29s), (AgeStep{20s, 30s}));
    QCOMPARE(ageStepOf(59s), (AgeStep{30s, 60s}));
    QCOMPARE(ageStepOf(3min), (AgeStep{120s, 300s}));
    QCOMPARE(ageStepOf(59min), (AgeStep{30min, 60min}));
    QCOMPARE(ageStepOf(60min), (AgeStep{1h, 2h}));
    QCOMPARE(ageStepOf(49h + 5min), (AgeStep{49h, 50h}));
}

void TestDataAge::ownFleetHasIt()
{
    QVERIFY(age().isVisible());
    QCOMPARE(age().words(), id("updated just now"));
    QCOMPARE(age().button().text(), age().words());
    QCOMPARE(age().button().accessibleName(), age().words());
    QCOMPARE(age().button().focusPolicy(), Qt::TabFocus);
    QVERIFY(m_window->statusBar()->isAncestorOf(&age()));
}

void TestDataAge::newsThatChangeNoWordPaintNothing()
{
    comeRound(); // whatever was to be painted is
    PaintCounter counter;
    age().installEventFilter(&counter);
    age().button().installEventFilter(&counter);
    for (int i = 0; i < 50; ++i)
        addChecks(m_room->registry, id("dao"), Health::Healthy, 1);
    QCOMPARE(age().words(), id("updated just now"));
    comeRound();
    QCOMPARE(counter.paints, 0);
}

void TestDataAge::daemonIsAsOldAsItsLastWord()
{
    connectTo(ConnectionState::Link::Connected, Now::read().wall - 12s);
    QCOMPARE(age().words(), id("updated 10 s ago"));
    QCOMPARE(age().button().accessibleName(), age().words());
    m_room->connection.setHeardAt(Now::read().wall);
    addChecks(m_room->registry, id("dao"), Health::Healthy, 1); // it is what was heard
    QCOMPARE(age().words(), id("updated just now"));
}

void TestDataAge::wordsChangeByThemselves()
{
    connectTo(ConnectionState::Link::Connected, Now::read().wall - 4900ms);
    QTRY_COMPARE(age().words(), id("updated 5 s ago"));
    QCOMPARE(age().button().text(), age().words());
}

void TestDataAge::onlyWhileConnected()
{
    using Link = ConnectionState::Link;
    for (const Link link : {Link::Connecting, Link::Lagging, Link::Reconnecting, Link::Refused, Link::Closed}) {
        connectTo(link, Now::read().wall - 12s);
        QVERIFY(!age().isVisible()); // others say how old it is
        connectTo(Link::Connected, Now::read().wall);
        QVERIFY(age().isVisible());
        QCOMPARE(age().words(), id("updated just now"));
    }
}

void TestDataAge::tellsTheExactTime()
{
    QTest::keyClick(&age().button(), Qt::Key_Space);
    const QString said = m_window->statusBar()->currentMessage();
    QVERIFY2(said.startsWith(id("The latest news of the fleet came at ")), qPrintable(said));
}

void TestDataAge::isShortWhereThereIsLittleRoom()
{
    connectTo(ConnectionState::Link::Connected, Now::read().wall - 12s);
    DataAge alone(m_room->registry, m_room->connection);
    alone.resize(alone.sizeHint());
    alone.show();
    QTRY_COMPARE(alone.button().text(), id("updated 10 s ago"));
    QVERIFY(alone.button().sizeHint().width() <= alone.width());
    alone.resize(alone.minimumSizeHint());
    QTRY_COMPARE(alone.button().text(), id("10 s"));
    QCOMPARE(alone.button().accessibleName(), id("updated 10 s ago"));
    QVERIFY(alone.button().sizeHint().width() <= alone.width());
}

QTEST_MAIN(TestDataAge)
#include "tst_dataage.moc"
