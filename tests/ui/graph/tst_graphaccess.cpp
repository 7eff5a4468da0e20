#include "tests/ui/graph/graphroom.h"
#include "ui/graph/graphlistmodel.h"
#include "ui/graph/graphlistview.h"

#include <QAbstractItemModelTester>
#include <QAccessible>

using namespace foghorn;

/// Goal A4: readers get the cards of the graph, each with its sentence, its place and its actions.
class TestGraphAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readersGetNodesAsSentences();
    void readersCanActAndFold();
    void readersSurviveChanges();
    void theListTellsTheSame();
};

void TestGraphAccess::readersGetNodesAsSentences()
{
    GraphRoom room(tenServices());
    makeBusyEvening(room.registry);
    QVERIFY(room.isReady());
    room.model.flush();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&room.view());
    QVERIFY(list);
    QCOMPARE(list->childCount(), 16); // ten services, six layers
    QStringList names;
    for (int i = 0; i < 16; ++i) {
        names.append(list->child(i)->text(QAccessible::Name));
        QVERIFY(!list->child(i)->rect().isEmpty());
        QCOMPARE(list->indexOfChild(list->child(i)), i);
    }
    QVERIFY(names.contains(QStringLiteral("onion, running, unhealthy, layer 3, needs 1, needed by 2")));
    QVERIFY(names.contains(QStringLiteral("Layer 3, 2 services, 1 down, 1 degraded, unfolded")));
    const QRect first = list->child(0)->rect();
    QCOMPARE(list->childAt(first.center().x(), first.center().y()), list->child(0));
}

void TestGraphAccess::readersCanActAndFold()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&room.view());
    const auto onion = static_cast<int>(room.registry.order().indexOf(named("onion")));
    QAccessibleActionInterface *actions = list->child(onion)->actionInterface();
    QCOMPARE(actions->actionNames(),
        (QStringList{QAccessibleActionInterface::pressAction(), QStringLiteral("Restart"), QStringLiteral("Check")}));
    QSignalSpy restarts(&room.view(), &GraphView::restartWanted);
    QSignalSpy checks(&room.view(), &GraphView::checkWanted);
    actions->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(room.selection.current(), named("onion"));
    QVERIFY(list->child(onion)->state().selected);
    actions->doAction(QStringLiteral("Restart"));
    actions->doAction(QStringLiteral("Check"));
    QCOMPARE(restarts.size(), 1);
    QCOMPARE(restarts.first().first().toString(), named("onion"));
    QCOMPARE(checks.size(), 1);
    QAccessibleInterface *header = list->child(13);
    QVERIFY(header->state().expandable && header->state().expanded);
    QVERIFY(room.layOutAfter([&] { header->actionInterface()->doAction(QAccessibleActionInterface::pressAction()); }));
    QVERIFY(room.scene().isFolded(3));
}

void TestGraphAccess::readersSurviveChanges()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&room.view());
    QList<QAccessibleInterface *> held;
    for (int i = 0; i < list->childCount(); ++i)
        held.append(list->child(i));
    QVERIFY(room.layOutAfter([&] { room.scene().setAllFolded(true); }));
    QVERIFY(room.layOutAfter([&] { room.registry.setOutline({}); }));
    QCOMPARE(list->childCount(), 0);
    for (QAccessibleInterface *child : std::as_const(held)) {
        QVERIFY(child->isValid());
        QVERIFY(child->state().invisible);
        QVERIFY(child->text(QAccessible::Name).isEmpty());
        QVERIFY(child->rect().isEmpty());
        child->actionInterface()->doAction(QStringLiteral("Restart"));
    }
    QVERIFY(room.layOutAfter([&] { room.registry.setOutline(fakeOutline(named("local"), tenServices())); }));
    QCOMPARE(list->child(0), held.first()); // registered once, for as long as the view lives
}

void TestGraphAccess::theListTellsTheSame()
{
    GraphRoom room(tenServices());
    const QAbstractItemModelTester tester(&room.panel.list().lines());
    QVERIFY(room.isReady());
    room.panel.showAsList(true);
    QVERIFY(room.panel.list().isVisible());
    QVERIFY(!room.view().isVisible());
    const GraphListModel &lines = room.panel.list().lines();
    QCOMPARE(lines.rowCount(), 16);
    QCOMPARE(lines.title(0), QStringLiteral("Layer 0 · 1 services"));
    const int line = lines.lineOf(named("onion"));
    QCOMPARE(lines.index(line).data().toString(),
        QStringLiteral("needs fog_coordinator · needed by vpn_coordinator and betanet"));
    QVERIFY(lines.index(line).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("onion, running")));
    room.selection.selectOnly(named("onion"));
    QCOMPARE(room.panel.list().currentIndex().row(), line);
    QTest::keyClick(&room.panel.list(), Qt::Key_Down);
    QCOMPARE(room.selection.current(), named("p2p"));
    room.registry.setOutline(fakeOutline(named("local"), tenServices().mid(0, 3)));
    QCOMPARE(lines.rowCount(), 5);
    room.panel.showAsList(false);
    QVERIFY(room.view().isVisible());
}

QTEST_MAIN(TestGraphAccess)
#include "tst_graphaccess.moc"
