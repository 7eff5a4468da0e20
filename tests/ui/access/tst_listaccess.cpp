#include "ui/access/listaccess.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QTableWidget>
#include <QTest>

using namespace foghorn;

namespace {

QAccessibleInterface &faceOf(QWidget &widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&widget);
    if (!face)
        qFatal("no interface");
    return *face;
}

} // namespace

/// Readers ask for what is there no more; Qt 6.4's own interfaces of these widgets end the program then.
class TestListAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        installListAccess();
    }

    void listIsAListOfSentences();
    void tableIsAListOfSentences();
    void rowsThatWentAreInvisible();
    void areaHasNoChildrenThatAreNotThere();
    void itemsOutliveNoView();
};

void TestListAccess::listIsAListOfSentences()
{
    QListWidget list;
    list.addItems({QStringLiteral("one"), QStringLiteral("two")});
    list.item(1)->setData(Qt::AccessibleTextRole, QStringLiteral("two, waiting"));
    list.setCurrentRow(1);
    QAccessibleInterface &face = faceOf(list);
    QCOMPARE(face.role(), QAccessible::List);
    QVERIFY(!face.tableInterface());
    QCOMPARE(face.childCount(), 2);
    QCOMPARE(face.child(0)->text(QAccessible::Name), QStringLiteral("one"));
    QCOMPARE(face.child(1)->text(QAccessible::Name), QStringLiteral("two, waiting"));
    QVERIFY(face.child(1)->state().selected);
    for (const int wrong : {-1, 2, 3, 1000})
        QVERIFY(!face.child(wrong));
    face.child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(list.currentRow(), 0);
}

void TestListAccess::tableIsAListOfSentences()
{
    QTableWidget table(2, 2);
    table.setItem(0, 0, new QTableWidgetItem(QStringLiteral("onion")));
    table.setItem(0, 1, new QTableWidgetItem(QStringLiteral("12 ms")));
    QAccessibleInterface &face = faceOf(table);
    QCOMPARE(face.childCount(), 2);
    QCOMPARE(face.child(0)->text(QAccessible::Name), QStringLiteral("onion, 12 ms"));
    QCOMPARE(face.child(1)->text(QAccessible::Name), QString());
}

void TestListAccess::rowsThatWentAreInvisible()
{
    QListWidget list;
    list.addItems({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
    list.show();
    QAccessibleInterface &face = faceOf(list);
    QAccessibleInterface *third = face.child(2);
    QVERIFY(!third->state().invisible);
    list.clear();
    QCOMPARE(face.childCount(), 0);
    QVERIFY(third->state().invisible);
    QCOMPARE(third->text(QAccessible::Name), QString());
    QCOMPARE(third->rect(), QRect());
}

void TestListAccess::areaHasNoChildrenThatAreNotThere()
{
    QScrollArea area;
    area.setWidget(new QLabel(QStringLiteral("words")));
    area.show();
    QAccessibleInterface &face = faceOf(area);
    QVERIFY(face.childCount() >= 1);
    for (const int wrong : {-1, face.childCount(), face.childCount() + 1, 1000})
        QVERIFY(!face.child(wrong));
}

void TestListAccess::itemsOutliveNoView()
{
    auto list = std::make_unique<QListWidget>();
    list->addItem(QStringLiteral("one"));
    const QAccessible::Id id = QAccessible::uniqueId(&faceOf(*list));
    QVERIFY(faceOf(*list).child(0));
    list.reset();
    QVERIFY(!QAccessible::accessibleInterface(id));
}

QTEST_MAIN(TestListAccess)
#include "tst_listaccess.moc"
