#include "tests/ui/mainwindow/eveningwindow.h"
#include "ui/style/statepalette.h"

#include <QApplication>
#include <QDir>
#include <QListWidget>

using namespace foghorn;

/// In a narrow window the navigation is a column of icons: who goes there by keyboard must see where they are.
class TestNarrowFocus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theIconWithTheFocusIsMarked_data();
    void theIconWithTheFocusIsMarked();

private:
    static QListWidget *navigation(const MainWindow &window)
    {
        const QList<QListWidget *> lists = window.findChildren<QListWidget *>();
        for (QListWidget *list : lists) {
            if (list->accessibleName() == QStringLiteral("Views"))
                return list;
        }
        return nullptr;
    }
    /// How many pixels of an item have the colour of the ring.
    static int ringOf(const QListWidget &list, int row)
    {
        const QImage image = list.viewport()->grab().toImage();
        const QColor ring = StatePalette::forPalette(list.palette()).focusRing();
        const QRect item = list.visualItemRect(list.item(row));
        int found = 0;
        for (int y = item.top(); y <= item.bottom(); ++y) {
            for (int x = item.left(); x <= item.right(); ++x)
                found += image.pixelColor(x, y) == ring ? 1 : 0;
        }
        return found;
    }
    static void keep(MainWindow &window, const QString &name)
    {
        const QString folder = qEnvironmentVariable("FOGHORN_PICTURES");
        if (!folder.isEmpty())
            window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
};

void TestNarrowFocus::theIconWithTheFocusIsMarked_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::addColumn<int>("lines");
    QTest::newRow("narrow, light") << Theme::Mode::Light << 48;
    QTest::newRow("narrow, dark") << Theme::Mode::Dark << 48;
    QTest::newRow("wide, light") << Theme::Mode::Light << 100;
    QTest::newRow("wide, dark") << Theme::Mode::Dark << 100;
}

void TestNarrowFocus::theIconWithTheFocusIsMarked()
{
    QFETCH(Theme::Mode, mode);
    QFETCH(int, lines);
    Theme theme(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    theme.setMode(mode);
    EveningWindow evening(theme);
    MainWindow &window = *evening.window;
    window.resize(window.fontMetrics().height() * lines, window.fontMetrics().height() * 40);
    QListWidget *list = navigation(window);
    QVERIFY(list);
    QTRY_COMPARE(list->width() < window.fontMetrics().height() * 5, lines < 53);
    QVERIFY(!list->hasFocus());
    QCOMPARE(ringOf(*list, 0), 0);
    QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier); // from the page to the navigation
    QTRY_VERIFY(list->hasFocus());
    keep(window, QString::fromLatin1(QTest::currentDataTag()).replace(QStringLiteral(", "), QStringLiteral("-")));
    const QRect item = list->visualItemRect(list->item(0));
    const int ring = 2 * 2 * (item.width() + item.height()) - 16; // two pixels wide, its corners counted once
    QCOMPARE(ringOf(*list, 0), ring);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(ringOf(*list, 0), 0);
    QCOMPARE(ringOf(*list, 1), ring);
    QTest::keyClick(&window, Qt::Key_F6);
    QTRY_VERIFY(!list->hasFocus());
    QCOMPARE(ringOf(*list, 1), 0);
}

QTEST_MAIN(TestNarrowFocus)
#include "tst_narrowfocus.moc"
