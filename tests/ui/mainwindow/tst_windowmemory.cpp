#include "tests/ui/support/fakeroom.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/summarybar.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"
#include "ui/style/theme.h"
#include "ui/style/wording.h"

#include <QApplication>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace foghorn;

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

/// One run of the program on a file of settings.
class Run final
{
public:
    Run(const QString &file, Theme &theme, const QString &fleet = QStringLiteral("local"))
        : settings(file)
    {
        room.registry.setOutline(fakeOutline(fleet, tenServices()));
        makeBusyEvening(room.registry);
        window = std::make_unique<MainWindow>(room.sources(), theme, settings);
        window->show();
    }
    ~Run() { room.commands.end(); }
    Q_DISABLE_COPY_MOVE(Run)

    QHeaderView &header() const { return *window->servicePanel().view().horizontalHeader(); }
    QDockWidget &details() const { return *window->findChild<QDockWidget *>(id("details")); }
    QLineEdit &filter() const { return window->servicePanel().filterField(); }
    GraphView &graph() const { return window->graphPanel().view(); }
    FakeRoom room;
    UserSettings settings;
    std::unique_ptr<MainWindow> window;
};

/// One run on a daemon that has not answered yet.
class Watch final
{
public:
    Watch(const QString &file, Theme &theme)
        : settings(file)
    {
        put(ConnectionState::Link::Connecting);
        window = std::make_unique<MainWindow>(room.sources(), theme, settings);
        window->show();
    }
    Q_DISABLE_COPY_MOVE(Watch)

    void answer()
    {
        room.registry.setOutline(fakeOutline(id("local"), tenServices()));
        makeBusyEvening(room.registry);
        put(ConnectionState::Link::Connected);
        window->model().flush();
    }
    void lag(WallTime heardAt)
    {
        room.connection.setHeardAt(heardAt);
        put(ConnectionState::Link::Lagging);
    }
    void lose() { put(ConnectionState::Link::Reconnecting); }
    QList<QToolButton *> buttons() const
    {
        QList<QToolButton *> all = window->findChild<SummaryBar *>()->findChildren<QToolButton *>();
        all.removeIf([](const QToolButton *button) { return !button->isVisible(); });
        return all;
    }
    /// Everything that the bar says.
    QString counts() const
    {
        QStringList words;
        const auto *label = window->findChild<SummaryBar *>()->findChild<QLabel *>();
        if (label->isVisible())
            words.append(label->text());
        for (const QToolButton *button : buttons())
            words.append(button->accessibleName());
        return words.join(u' ');
    }
    UserSettings settings;
    FakeRoom room;
    std::unique_ptr<MainWindow> window;

private:
    void put(ConnectionState::Link link) { room.connection.put({link, id("edge-7:7464"), Now::read().wall, {}, {}}); }
};

} // namespace

/// Goals L6 and L7: what a person has arranged is there again after a quit and after a kill; nonsense in the file harms
/// nobody.
class TestWindowMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void comesBackAsItWasLeft();
    void graphIsSeenWhereItWas();
    void isWrittenWithoutAQuit();
    void eachFleetHasItsOwn();
    void whatIsGoneIsLeftOut();
    void nonsenseIsPassedOver_data();
    void nonsenseIsPassedOver();
    void lookComesBack();
    void lastCountsFillTheFirstFrame();
    void lastCountsAreAsOldAsTheLastWord();
    void lastCountsThatMakeNoSense_data();
    void lastCountsThatMakeNoSense();
    void areasAreWalkedThrough();
    void textGrowsEverywhere();

private:
    QString file() const { return m_folder->filePath(id("foghorn.ini")); }
    static constexpr QLatin1String Group{"window-local/"};

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
};

void TestWindowMemory::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestWindowMemory::init()
{
    m_theme->setMode(Theme::Mode::Light);
    m_theme->setTextSize(100);
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestWindowMemory::comesBackAsItWasLeft()
{
    QSize size;
    {
        const Run run(file(), *m_theme);
        run.window->resize(run.window->size() - QSize(60, 40));
        size = run.window->size();
        run.window->showPage(MainWindow::Page::Charts);
        run.filter().setText(id("o"));
        run.window->selection().set({id("onion"), id("dao")}, id("dao"));
        run.details().hide();
        run.header().moveSection(run.header().visualIndex(ServiceTableModel::Layer), 0);
        run.header().setSectionHidden(ServiceTableModel::Restarts, true);
        run.header().resizeSection(ServiceTableModel::Name, 333);
        run.window->servicePanel().view().sortByColumn(ServiceTableModel::Name, Qt::DescendingOrder);
        run.window->close();
    }
    const Run run(file(), *m_theme);
    QCOMPARE(run.window->size(), size);
    QCOMPARE(run.filter().text(), id("o"));
    QCOMPARE(run.window->selection().selected(), (QList<ServiceId>{id("onion"), id("dao")}));
    QCOMPARE(run.window->selection().current(), id("dao"));
    QVERIFY(run.details().isHidden());
    QCOMPARE(run.header().visualIndex(ServiceTableModel::Layer), 0);
    QVERIFY(run.header().isSectionHidden(ServiceTableModel::Restarts));
    QVERIFY(std::abs(run.header().sectionSize(ServiceTableModel::Name) - 333) <= 1);
    QCOMPARE(run.header().sortIndicatorSection(), static_cast<int>(ServiceTableModel::Name));
    QCOMPARE(run.header().sortIndicatorOrder(), Qt::DescendingOrder);
    QVERIFY(!run.window->servicePanel().isVisible()); // the Charts page is
}

void TestWindowMemory::graphIsSeenWhereItWas()
{
    GraphView::Place left;
    {
        const Run run(file(), *m_theme);
        run.window->showPage(MainWindow::Page::Graph);
        QTRY_VERIFY(run.graph().place() == std::nullopt && run.window->graphPanel().scene().isLaidOut());
        run.graph().zoomToActualSize();
        run.graph().zoomIn();
        run.graph().centerOn(run.graph().sceneRect().bottomRight());
        left = *run.graph().place();
        run.window->close();
    }
    {
        const Run run(file(), *m_theme);
        QTRY_VERIFY(run.window->graphPanel().scene().isLaidOut());
        QVERIFY(run.graph().place());
        QVERIFY(std::abs(run.graph().place()->scale - left.scale) < 0.01);
        const QPointF off = run.graph().place()->centre - left.centre;
        QVERIFY2(off.manhattanLength() < 20, // less than a line: at its edges the scene may end elsewhere
            qPrintable(QStringLiteral("%1 %2").arg(off.x()).arg(off.y())));
        run.graph().fit();
        run.window->close();
    }
    const Run run(file(), *m_theme);
    QTRY_VERIFY(run.window->graphPanel().scene().isLaidOut());
    QVERIFY(!run.graph().place());
}

/// As after kill -9: nobody asks the window or the settings to write anything.
void TestWindowMemory::isWrittenWithoutAQuit()
{
    const Run run(file(), *m_theme);
    run.window->showPage(MainWindow::Page::Logs);
    run.filter().setText(id("onion"));
    const auto kept = [this] {
        const QSettings other(file(), QSettings::IniFormat);
        return other.value(Group + id("filter")).toString() == id("onion") && other.value(Group + id("page")) == 4;
    };
    QTRY_VERIFY(kept());
}

void TestWindowMemory::eachFleetHasItsOwn()
{
    {
        const Run run(file(), *m_theme, id("a/b"));
        run.filter().setText(id("onion"));
        run.window->close();
    }
    QCOMPARE(Run(file(), *m_theme, id("b")).filter().text(), QString());
    QCOMPARE(Run(file(), *m_theme, id("a/b")).filter().text(), id("onion"));
}

void TestWindowMemory::whatIsGoneIsLeftOut()
{
    {
        UserSettings settings(file());
        settings.setValue(Group + id("selected"), QStringList{id("gone"), id("gone"), id("p2p"), id("p2p")});
        settings.setValue(Group + id("page"), 99);
        settings.setValue(Group + id("columns"), QStringList{id("Nowhere 100"), id("Layer 500"), id("sort Never up")});
    }
    const Run run(file(), *m_theme);
    QCOMPARE(run.window->selection().selected(), QList<ServiceId>{id("p2p")});
    QCOMPARE(run.window->selection().current(), id("p2p"));
    QVERIFY(run.window->servicePanel().isVisible());
    QCOMPARE(run.header().visualIndex(ServiceTableModel::Layer), 0);
}

void TestWindowMemory::nonsenseIsPassedOver_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    const QByteArray bytes = QByteArray::fromHex("000000ff00000000fd0000000300ffffffff7fffffff");
    const QString seal = QStringLiteral("0123456789abcdef.") + QString::fromLatin1(bytes.toBase64());
    for (const char *key : {"geometry", "docks", "columns", "page", "filter", "graph", "selected"}) {
        const auto row = [key](const char *what) -> QTestData & { return QTest::addRow("%s: %s", key, what); };
        const QString name = Group + QString::fromLatin1(key);
        row("bytes") << name << QVariant(bytes);
        row("wrong seal") << name << QVariant(seal);
        row("number") << name << QVariant(-7);
        row("list") << name << QVariant(QStringList{id("Name 99999999999"), id("-Status x"), id(""), id("sort")});
        row("long") << name << QVariant(QString(100'000, QLatin1Char('x')));
    }
    QTest::newRow("all hidden") << QString(Group + id("columns"))
                                << QVariant(QStringList{id("-Status 0"), id("-Name 0")});
    QTest::newRow("mode") << id("appearance/mode") << QVariant(id("purple"));
    QTest::newRow("text") << id("appearance/text") << QVariant(id("99999999999999"));
    QTest::newRow("huge text") << id("appearance/text") << QVariant(1'000'000);
}

void TestWindowMemory::nonsenseIsPassedOver()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    {
        UserSettings settings(file());
        settings.setValue(key, value);
    }
    const Run run(file(), *m_theme);
    QVERIFY(run.window->isVisible());
    QVERIFY(!run.header().isSectionHidden(ServiceTableModel::Status));
    QVERIFY(!run.header().isSectionHidden(ServiceTableModel::Name));
    QVERIFY(run.details().isVisible());
    QVERIFY(run.filter().text().size() <= 1000);
    QCOMPARE(m_theme->mode(), Theme::Mode::Light);
    QVERIFY(m_theme->textSize() <= 200);
}

void TestWindowMemory::lookComesBack()
{
    {
        const Run run(file(), *m_theme);
        m_theme->setMode(Theme::Mode::HighContrast);
        m_theme->setTextSize(150);
    }
    {
        const Run safe(QString(m_folder->filePath(id("other.ini"))), *m_theme);
        m_theme->setMode(Theme::Mode::Light);
        m_theme->setTextSize(100);
    }
    const Run run(file(), *m_theme);
    QCOMPARE(m_theme->mode(), Theme::Mode::HighContrast);
    QCOMPARE(m_theme->textSize(), 150);
}

/// Pale and with their time until the daemon has answered, and never again after that.
void TestWindowMemory::lastCountsFillTheFirstFrame()
{
    {
        Watch watch(file(), *m_theme);
        QCOMPARE(watch.counts(), id("not known"));
        watch.answer();
        QVERIFY2(watch.counts().contains(id("1 degraded: show only these")), qPrintable(watch.counts()));
    }
    Watch watch(file(), *m_theme);
    const QString from = id("from ") + Wording::clock(Now::read().wall).left(3); // hours are enough
    QVERIFY2(watch.counts().startsWith(from), qPrintable(watch.counts()));
    QVERIFY2(watch.counts().contains(id("1 degraded")), qPrintable(watch.counts()));
    for (const QToolButton *button : watch.buttons()) {
        QVERIFY(!button->isEnabled());
        QVERIFY2(button->accessibleName().endsWith(id(", not known now")), qPrintable(button->accessibleName()));
    }
    const QString folder = qEnvironmentVariable("FOGHORN_PICTURES");
    QCoreApplication::processEvents();
    if (!folder.isEmpty())
        watch.window->grab().save(folder + id("/first-frame.png"));
    watch.answer();
    QVERIFY2(!watch.counts().contains(id("from ")), qPrintable(watch.counts()));
    for (const QToolButton *button : watch.buttons())
        QVERIFY(button->isEnabled());
    watch.lose();
    QCOMPARE(watch.counts(), id("not known"));
}

void TestWindowMemory::lastCountsAreAsOldAsTheLastWord()
{
    const WallTime heardAt = Now::read().wall - std::chrono::hours(2);
    {
        Watch watch(file(), *m_theme);
        watch.answer();
        watch.lag(heardAt);
    }
    const UserSettings settings(file());
    const QStringList kept = settings.value(id("window-edge-7%3A7464/counts")).toStringList();
    QCOMPARE(kept.value(0), QString::number(heardAt.time_since_epoch().count()));
}

void TestWindowMemory::lastCountsThatMakeNoSense_data()
{
    QTest::addColumn<QVariant>("value");
    const QString now = QString::number(Now::read().wall.time_since_epoch().count());
    QTest::newRow("word") << QVariant(id("seven"));
    QTest::newRow("few") << QVariant(QStringList{now, id("1"), id("2")});
    QTest::newRow("negative") << QVariant(QStringList{now, id("-1"), id("0"), id("0"), id("0"), id("1")});
    QTest::newRow("huge") << QVariant(QStringList{now, id("9999999999"), id("0"), id("0"), id("0"), id("1")});
    QTest::newRow("tomorrow") << QVariant(
        QStringList{id("99999999999999"), id("1"), id("0"), id("0"), id("0"), id("1")});
}

void TestWindowMemory::lastCountsThatMakeNoSense()
{
    QFETCH(QVariant, value);
    {
        UserSettings settings(file());
        settings.setValue(id("window-edge-7%3A7464/counts"), value);
    }
    const Watch watch(file(), *m_theme);
    QCOMPARE(watch.counts(), id("not known"));
}

void TestWindowMemory::areasAreWalkedThrough()
{
    const Run run(file(), *m_theme);
    run.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(run.window.get()));
    run.window->selection().selectOnly(id("onion")); // or there is nothing in the details
    QWidget *table = &run.window->servicePanel().view();
    table->setFocus();
    QTest::keyClick(run.window.get(), Qt::Key_F6);
    QVERIFY(run.details().isAncestorOf(QApplication::focusWidget()));
    QWidget *inDetails = QApplication::focusWidget();
    QTest::keyClick(run.window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), table);
    QTest::keyClick(run.window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), id("Views"));
    QTest::keyClick(run.window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), inDetails);
    run.details().hide();
    table->setFocus();
    QTest::keyClick(run.window.get(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), id("Views"));
}

void TestWindowMemory::textGrowsEverywhere()
{
    const Run run(file(), *m_theme);
    run.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(run.window.get()));
    const int height = run.window->fontMetrics().height();
    const int name = run.header().sectionSize(ServiceTableModel::Name);
    const int row = run.window->servicePanel().view().rowHeight(0);
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(run.window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_theme->textSize(), 200);
    QTRY_VERIFY(run.window->fontMetrics().height() > height * 1.8); // widgets hear of it when the loop turns
    QVERIFY(run.header().sectionSize(ServiceTableModel::Name) > name * 1.8);
    QTRY_VERIFY(run.window->servicePanel().view().rowHeight(0) > row * 1.8);
    QTest::keyClick(run.window.get(), Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(run.window->fontMetrics().height(), height);
    QVERIFY(std::abs(run.header().sectionSize(ServiceTableModel::Name) - name) <= 2);
    QTRY_VERIFY(std::abs(run.window->servicePanel().view().rowHeight(0) - row) <= 1);
}

QTEST_MAIN(TestWindowMemory)
#include "tst_windowmemory.moc"
