#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/palettecontents.h"
#include "ui/mainwindow/savedfilters.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/statusfilters.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

/// Filters under names: kept, checked when read, and one click or a few letters away.
class TestSavedFilters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void areKeptInOrder();
    void nonsenseIsPassedOver();
    void typedFilterGetsAName();
    void isBesideThePagesAndInThePalette();
    void isForgotten();

private:
    SavedFilters &saved() const { return *m_window->findChild<SavedFilters *>(); }
    QStringList buttons() const
    {
        QStringList names;
        for (const QToolButton *button : m_window->findChild<StatusFilters *>()->findChildren<QToolButton *>()) {
            if (button->isVisible())
                names << button->text();
        }
        return names;
    }
    void open();

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeRoom> m_room;
    std::unique_ptr<MainWindow> m_window;
};

void TestSavedFilters::init()
{
    if (!m_theme)
        m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_room = std::make_unique<FakeRoom>();
    m_room->registry.setOutline(fakeOutline(id("local"), tenServices()));
    makeBusyEvening(m_room->registry);
    open();
}

void TestSavedFilters::cleanup()
{
    m_window.reset();
    m_room.reset();
}

void TestSavedFilters::open()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(m_room->sources(), *m_theme, m_room->settings);
    m_window->resize(1280, 900);
    m_window->show();
}

void TestSavedFilters::areKeptInOrder()
{
    UserSettings settings;
    FilterBook book(settings);
    QVERIFY(book.keep(id("slow ones"), id("slow:>200")));
    QVERIFY(book.keep(id("edge"), id(" tag:edge ")));
    QVERIFY(book.keep(id("Slow ones"), id("slow:>100"))); // takes the place of the other
    QVERIFY(!book.keep(id("  "), id("a")));
    QVERIFY(!book.keep(id("a"), {}));
    const FilterBook again(settings);
    QCOMPARE(
        again.filters(), (QList<FilterBook::Kept>{{id("edge"), id("tag:edge")}, {id("Slow ones"), id("slow:>100")}}));
    QCOMPARE(again.nameOf(id("tag:edge ")), id("edge"));
    QCOMPARE(again.nameOf(id("tag:ed")), QString());
    for (int i = 0; i < 40; ++i)
        book.keep(QString::number(i), id("a"));
    QCOMPARE(book.filters().size(), FilterBook::MostKept);
}

void TestSavedFilters::nonsenseIsPassedOver()
{
    UserSettings settings;
    settings.setValue(id("filters/kept"),
        QStringList{id("a"), id("x"), {}, id("y"), id("b"), QString(9999, u'z'), id("two\nlines"), id("w"), id("odd")});
    const FilterBook book(settings);
    QCOMPARE(book.filters().size(), 2);
    QCOMPARE(book.filters().first().name, id("a"));
    QVERIFY(!book.filters().last().name.contains(u'\n'));
    settings.setValue(id("filters/kept"), 7);
    QVERIFY(FilterBook(settings).filters().size() <= 1);
}

void TestSavedFilters::typedFilterGetsAName()
{
    QVERIFY(!saved().saveAction()->isEnabled());
    QVERIFY(buttons().isEmpty());
    m_window->servicePanel().setFilterText(id("status:failed"));
    QVERIFY(saved().saveAction()->isEnabled());
    saved().saveAction()->trigger();
    auto *dialog = m_window->findChild<QInputDialog *>();
    QVERIFY(dialog);
    auto *field = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(field, id("broken & <b>"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(saved().book().filters(), (QList<FilterBook::Kept>{{id("broken & <b>"), id("status:failed")}}));
    QCOMPARE(buttons(), QStringList{id("broken && <b>")});
    open();
    QCOMPARE(buttons(), QStringList{id("broken && <b>")});
}

void TestSavedFilters::isBesideThePagesAndInThePalette()
{
    saved().book().keep(id("edge"), id("tag:edge"));
    m_window->showPage(MainWindow::Page::Graph);
    auto *button = m_window->findChild<StatusFilters *>()->findChild<QToolButton *>();
    QVERIFY(button && button->focusPolicy() & Qt::TabFocus);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_window->servicePanel().filterText(), id("tag:edge"));
    QVERIFY(m_window->servicePanel().isVisible());
    QVERIFY(button->isChecked());
    m_window->servicePanel().setFilterText(id("tag:edge p"));
    QVERIFY(!button->isChecked());
    const QList<PaletteEntry> entries = PaletteContents::of(*m_window);
    const auto entry = std::find_if(
        entries.begin(), entries.end(), [](const PaletteEntry &each) { return each.title == id("1 edge"); });
    QVERIFY(entry != entries.end());
    entry->run();
    QCOMPARE(m_window->servicePanel().filterText(), id("tag:edge"));
}

void TestSavedFilters::isForgotten()
{
    saved().book().keep(id("edge"), id("tag:edge"));
    saved().book().keep(id("slow"), id("slow:>1"));
    QMenu *forget = saved().menu()->actions().last()->menu();
    QVERIFY(forget);
    QCOMPARE(forget->actions().size(), 2);
    forget->actions().first()->trigger();
    QTRY_COMPARE(saved().book().filters(), (QList<FilterBook::Kept>{{id("slow"), id("slow:>1")}}));
    QTRY_COMPARE(buttons(), QStringList{id("slow")});
}

QTEST_MAIN(TestSavedFilters)
#include "tst_savedfilters.moc"
