#include "tests/ui/graph/graphroom.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphsearch.h"
#include "ui/graph/nodeitem.h"
#include "ui/graph/overviewmap.h"

#include <QApplication>
#include <QLineEdit>

using namespace foghorn;

namespace {

void press(GraphRoom &room, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(&room.view(), static_cast<Qt::Key>(key), modifiers);
}

} // namespace

class TestGraphView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsFollowDependencies();
    void headersFoldByKeyboard();
    void bracketsGoFromProblemToProblem();
    void zoomKeys();
    void searchGoesRoundAndUnfolds();
    void slashLeadsToTheSearch();
    void worstKeepACallout();
    void calloutsCanBePressed();
    void theMapMovesWhatIsSeen();
    void smoothingEndsWhileMoving();
};

void TestGraphView::arrowsFollowDependencies()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    room.selection.selectOnly(named("onion"));
    press(room, Qt::Key_Left);
    QCOMPARE(room.selection.current(), named("fog_coordinator"));
    press(room, Qt::Key_Right);
    QVERIFY(room.selection.current() != named("fog_coordinator"));
    room.selection.selectOnly(named("dao"));
    press(room, Qt::Key_Left); // it needs nothing
    QCOMPARE(room.selection.current(), named("dao"));
    press(room, Qt::Key_Up); // the header of its layer
    QCOMPARE(room.view().current()->key(), QStringLiteral("h/0"));
    QCOMPARE(room.selection.current(), named("dao"));
    press(room, Qt::Key_Right);
    QCOMPARE(room.view().current()->key(), QStringLiteral("h/1"));
    press(room, Qt::Key_Down);
    QCOMPARE(room.view().current()->layer(), 1);
    QVERIFY(!room.view().current()->service().isEmpty());
    press(room, Qt::Key_End);
    const QString last = room.selection.current();
    press(room, Qt::Key_Down);
    QCOMPARE(room.selection.current(), last);
    press(room, Qt::Key_Home);
    QVERIFY(room.selection.current() != last);
}

void TestGraphView::headersFoldByKeyboard()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    room.scene().setFocused(QStringLiteral("h/3"));
    QVERIFY(room.layOutAfter([&] { press(room, Qt::Key_Return); }));
    QVERIFY(room.scene().isFolded(3));
    QCOMPARE(room.view().current()->key(), QStringLiteral("h/3"));
    press(room, Qt::Key_Down);
    QCOMPARE(room.view().current()->key(), QStringLiteral("g/3/"));
    press(room, Qt::Key_Left); // groups have edges too
    QCOMPARE(room.selection.current(), named("fog_coordinator"));
    press(room, Qt::Key_Right);
    room.scene().setFocused(QStringLiteral("g/3/"));
    press(room, Qt::Key_Space); // all of it
    QCOMPARE(room.selection.selected().size(), 2);
    QSignalSpy details(&room.view(), &GraphView::detailsWanted);
    QVERIFY(room.layOutAfter([&] { press(room, Qt::Key_Return); }));
    QVERIFY(!room.scene().isFolded(3));
    QVERIFY(details.isEmpty());
    room.selection.selectOnly(named("onion"));
    press(room, Qt::Key_Return);
    QCOMPARE(details.size(), 1);
}

void TestGraphView::bracketsGoFromProblemToProblem()
{
    GraphRoom room(tenServices());
    makeBusyEvening(room.registry);
    QVERIFY(room.isReady());
    room.model.flush();
    press(room, Qt::Key_BracketRight);
    QCOMPARE(room.selection.current(), named("vpn_coordinator")); // failed: the worst
    press(room, Qt::Key_BracketRight);
    QCOMPARE(room.selection.current(), named("onion"));
    press(room, Qt::Key_BracketLeft);
    QCOMPARE(room.selection.current(), named("vpn_coordinator"));
    press(room, Qt::Key_BracketLeft);
    QVERIFY(room.selection.current() != named("onion")); // round to the least of them
}

void TestGraphView::zoomKeys()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    press(room, Qt::Key_0);
    QVERIFY(qFuzzyCompare(room.view().scaleNow(), 1.0));
    press(room, Qt::Key_Plus);
    QVERIFY(room.view().scaleNow() > 1.2);
    press(room, Qt::Key_Minus);
    press(room, Qt::Key_Minus);
    QVERIFY(room.view().scaleNow() < 1);
    press(room, Qt::Key_F);
    QVERIFY(room.view().seen().contains(room.scene().cardsRect()));
}

void TestGraphView::searchGoesRoundAndUnfolds()
{
    GraphRoom room(manyServices(500));
    QVERIFY(room.isReady());
    QLineEdit &field = room.panel.bar().searchField();
    field.setText(QStringLiteral("service-45"));
    GraphSearch &search = room.panel.search();
    QCOMPARE(search.found().size(), 11); // 45 and 450 to 459
    QCOMPARE(search.sentence(), QStringLiteral("11 found"));
    QVERIFY(room.layOutAfter([&] { QTest::keyClick(&field, Qt::Key_Return); }));
    QCOMPARE(room.selection.current(), named("service-45"));
    QCOMPARE(search.sentence(), QStringLiteral("1 of 11 found"));
    const NodeItem *node = room.scene().node(named("service-45")); // its layer was folded
    QVERIFY(node);
    QVERIFY(node->marks().found);
    QVERIFY(room.view().seen().contains(node->sceneBoundingRect().center()));
    QVERIFY(!room.scene().node(named("service-450")));
    QVERIFY(room.layOutAfter([&] { QTest::keyClick(&field, Qt::Key_Return); }));
    QCOMPARE(room.selection.current(), named("service-450"));
    QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(search.sentence(), QStringLiteral("11 of 11 found"));
    field.setText(QStringLiteral("no such thing"));
    QCOMPARE(search.sentence(), QStringLiteral("nothing found"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QVERIFY(search.sentence().isEmpty());
}

void TestGraphView::slashLeadsToTheSearch()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    QSignalSpy wanted(&room.view(), &GraphView::searchWanted);
    press(room, Qt::Key_Slash);
    QCOMPARE(wanted.size(), 1);
}

void TestGraphView::worstKeepACallout()
{
    GraphRoom room(manyServices(290));
    QVERIFY(room.isReady());
    for (int i = 0; i < 30; ++i)
        addChecks(room.registry, QStringLiteral("service-%1").arg(i * 9), Health::Unhealthy, 3);
    addChecks(room.registry, named("service-2"), Health::Degraded, 2);
    room.model.flush();
    room.view().fit();
    QVERIFY(room.view().scaleNow() < CalloutScale);
    const auto &items = room.view().callouts().items();
    QCOMPARE(items.size(), MostCallouts);
    for (std::size_t a = 0; a < items.size(); ++a) {
        QVERIFY(items[a]->key() != QStringLiteral("s/service-2")); // there are worse
        QVERIFY(items[a]->boundingRect().height() >= 24);
    }
    press(room, Qt::Key_0);
    QVERIFY(room.view().callouts().items().empty());
}

void TestGraphView::calloutsCanBePressed()
{
    GraphRoom room(manyServices(290));
    QVERIFY(room.isReady());
    addChecks(room.registry, named("service-250"), Health::Unhealthy, 3);
    room.model.flush();
    room.view().fit();
    QCOMPARE(room.view().callouts().items().size(), std::size_t(1));
    const CalloutItem *item = room.view().callouts().items().front();
    const QPoint label = room.view().mapFromScene(item->pos()) + item->shape().boundingRect().center().toPoint();
    QTest::mouseClick(room.view().viewport(), Qt::LeftButton, {}, label);
    QCOMPARE(room.selection.current(), named("service-250"));
}

void TestGraphView::theMapMovesWhatIsSeen()
{
    GraphRoom room(manyServices(290));
    QVERIFY(room.isReady());
    OverviewMap &map = room.panel.map();
    QVERIFY(!map.isVisible()); // all of it is seen
    press(room, Qt::Key_0);
    QVERIFY(map.isVisible());
    QVERIFY(room.view().rect().contains(map.geometry()));
    QVERIFY(map.window().height() < map.height() / 2);
    QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(map.width() / 2, 6));
    const qreal top = room.view().seen().top();
    QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(map.width() / 2, map.height() - 6));
    QVERIFY(room.view().seen().top() > top + 1000);
    const qreal before = room.view().seen().top();
    QTest::keyClick(&map, Qt::Key_Up);
    QVERIFY(room.view().seen().top() < before);
    map.setWanted(false);
    QVERIFY(!map.isVisible());
}

void TestGraphView::smoothingEndsWhileMoving()
{
    GraphRoom room(manyServices(290));
    QVERIFY(room.isReady());
    QTRY_VERIFY(room.view().scaleNow() < TextScale);
    QVERIFY(!room.view().renderHints().testFlag(QPainter::Antialiasing)); // nobody sees it at that scale
    press(room, Qt::Key_0);
    QVERIFY(!room.view().renderHints().testFlag(QPainter::Antialiasing));
    QTRY_VERIFY(room.view().renderHints().testFlag(QPainter::Antialiasing)); // it has come to rest
}

QTEST_MAIN(TestGraphView)
#include "tst_graphview.moc"
