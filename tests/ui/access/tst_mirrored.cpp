#include "tests/ui/accesschecks/eveningwindow.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphview.h"
#include "ui/mainwindow/pagestack.h"
#include "ui/models/serviceexport.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"
#include "ui/style/isolated.h"
#include "ui/style/theme.h"
#include "ui/style/wording.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QDockWidget>
#include <QHeaderView>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QToolBar>

using namespace foghorn;

namespace {

/// Where the middle of it is on the window, counted from the left.
int middleOf(const QWidget &widget) { return widget.mapTo(widget.window(), widget.rect().center()).x(); }

} // namespace

/// Goal L3 of the desktop: what reads from the right begins at the right.
class TestMirrored : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QApplication::setLayoutDirection(Qt::LeftToRight); }
    void init();
    void cleanup() { m_evening.reset(); }

    void columnsBeginAtTheRight();
    void navigationIsRightAndDetailsAreLeft();
    void actionsBeginAtTheRight();
    void graphGrowsToTheLeft();
    void arrowKeysFollowWhatIsSeen();
    void sentencesKeepTheirNames();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<EveningWindow> m_evening;
};

void TestMirrored::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    QApplication::setLayoutDirection(Qt::RightToLeft);
}

void TestMirrored::init()
{
    m_evening = std::make_unique<EveningWindow>(*m_theme, QList<FakeService>(), QSize(1500, 850));
}

void TestMirrored::columnsBeginAtTheRight()
{
    const QHeaderView &header = *m_evening->window().servicePanel().view().horizontalHeader();
    int last = header.width();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int section = header.logicalIndex(visual);
        if (header.isSectionHidden(section))
            continue;
        const int right = header.sectionViewportPosition(section) + header.sectionSize(section);
        QVERIFY2(right <= last, qPrintable(QStringLiteral("column %1").arg(section)));
        last = header.sectionViewportPosition(section);
    }
}

void TestMirrored::navigationIsRightAndDetailsAreLeft()
{
    MainWindow &window = m_evening->window();
    const auto *pages = window.findChild<PageStack *>();
    QVERIFY(middleOf(pages->navigation()) > middleOf(pages->pageArea()));
    const auto *details = window.findChild<QDockWidget *>(QStringLiteral("details"));
    QVERIFY(middleOf(*details) < middleOf(*pages));
}

void TestMirrored::actionsBeginAtTheRight()
{
    MainWindow &window = m_evening->window();
    const auto *bar = window.findChild<QToolBar *>(QStringLiteral("actions"));
    const QList<QAction *> actions = bar->actions();
    QVERIFY(middleOf(*bar->widgetForAction(actions.at(0))) > middleOf(*bar->widgetForAction(actions.at(1))));
    const auto *gear = bar->widgetForAction(actions.constLast());
    QCOMPARE(gear->accessibleName(), QStringLiteral("Preferences"));
    QVERIFY(gear->isVisible() && middleOf(*gear) < gear->width() * 2); // at the far end
    const QList<QAction *> menus = window.menuBar()->actions();
    QVERIFY(window.menuBar()->actionGeometry(menus.at(0)).x() > window.menuBar()->actionGeometry(menus.at(1)).x());
}

void TestMirrored::graphGrowsToTheLeft()
{
    MainWindow &window = m_evening->window();
    window.showPage(MainWindow::Page::Graph);
    m_evening->settle();
    GraphView &view = window.graphPanel().view();
    const auto middleOfService = [&](const char *service) {
        for (int item = 0; item < view.accessibleCount(); ++item) {
            if (withoutIsolation(view.accessibleItemName(item)).startsWith(QString::fromLatin1(service)))
                return view.accessibleItemRect(item).center().x();
        }
        return -1;
    };
    QTRY_VERIFY(middleOfService("dao") > 0);
    const int base = middleOfService("dao"); // layer 0
    QVERIFY2(base > middleOfService("onion"), "what needs others is left of them");
}

/// In the graph the left key leads to what is seen at the left: what needs this one.
void TestMirrored::arrowKeysFollowWhatIsSeen()
{
    MainWindow &window = m_evening->window();
    window.showPage(MainWindow::Page::Graph);
    window.selection().selectOnly(QStringLiteral("onion"));
    m_evening->settle();
    QTest::keyClick(&window.graphPanel().view(), Qt::Key_Left);
    const QString left = window.selection().current();
    const auto *onion = m_evening->room().registry.find(QStringLiteral("onion"));
    QVERIFY2(onion->info.dependents.contains(left), qPrintable(left));
}

void TestMirrored::sentencesKeepTheirNames()
{
    TimelineView &view = m_evening->window().timelinePanel().view();
    QVERIFY(view.accessibleCount() > 0);
    const auto apart = [](const char *name) -> QString {
        return QChar(0x2068) + QString::fromLatin1(name) + QChar(0x2069);
    };
    QVERIFY(m_evening->window().windowTitle().contains(apart("local")));
    QCOMPARE(Wording::services({QStringLiteral("p2p")}), apart("p2p"));
    const ServiceTableModel &model = m_evening->window().model();
    const ServiceRow &waiting = model.row(model.rowOfService(QStringLiteral("betanet")));
    QVERIFY2(waiting.why.contains(apart("onion")), qPrintable(waiting.why));
    QVERIFY(spokenRow(waiting).startsWith(apart("betanet")));
    // Files and other programs have them as they are, and so have sentences that read from the left.
    const QString copied = tabText(model, {{model.rowOfService(QStringLiteral("betanet"))}, {ServiceTableModel::Why}});
    QVERIFY2(copied.contains(QStringLiteral("onion")) && !copied.contains(QChar(0x2068)), qPrintable(copied));
    QApplication::setLayoutDirection(Qt::LeftToRight);
    const QString plain = isolated(u"p2p");
    QApplication::setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(plain, QStringLiteral("p2p"));
}

QTEST_MAIN(TestMirrored)
#include "tst_mirrored.moc"
