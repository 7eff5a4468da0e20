// The Services page with 2,000 services, strips in view. S3, a page is scrolled; S4, one second's normal change of 67
// rows, sorted by status; S5, the answer of check all, 2,000 changes at once; S6, a key pressed in the filter.
#include "tests/bench/ui/goals.h"
#include "tests/ui/support/fakefleet.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/usersettings.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

using namespace foghorn;

namespace {

constexpr int fleetSize = 2000;
constexpr int normalChange = 67;
constexpr int rounds = 40;

struct Page
{
    ServiceRegistry registry;
    std::unique_ptr<ServiceTableModel> model;
    ServiceSelection selection;
    UserSettings settings;
    std::unique_ptr<ServicePanel> panel;

    Page()
    {
        registry.setOutline(fakeOutline(QStringLiteral("local"), manyServices(fleetSize)));
        makeAllHealthy(registry);
        model = std::make_unique<ServiceTableModel>(registry);
        panel = std::make_unique<ServicePanel>(*model, selection, settings);
        panel->resize(1600, 40 * 27 + 100);
        panel->show();
        QCoreApplication::processEvents();
    }
    ~Page()
    {
        panel.reset();
        model.reset();
    }
    Q_DISABLE_COPY_MOVE(Page)

    /// One more check of `count` services, every fifth of them failed.
    void check(int count, int round)
    {
        for (int i = 0; i < count; ++i) {
            const ServiceId &id = registry.order().at((round * 131 + i * (fleetSize / count)) % fleetSize);
            const bool isBad = (i + round) % 5 == 0;
            addChecks(registry, id, isBad ? Health::Degraded : Health::Healthy, 1, QStringLiteral("no answer"));
        }
    }
    void repaint() const { panel->view().viewport()->repaint(); }
};

void measureChange(Goals &goals, Page &page, const SpeedGoal &goal, int count)
{
    goals.measure(
        goal, rounds, [&](int round) { page.check(count, round); },
        [&](int) {
            page.model->flush(); // and with it the page: it sorts, counts, asks to be painted
            page.repaint();
        });
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    Page page;
    Goals goals;
    QScrollBar *bar = page.panel->view().verticalScrollBar();
    goals.measure({QStringLiteral("S3"), QStringLiteral("a page of 2,000 rows is scrolled"), 12, 16}, rounds, [&](int) {
        bar->setValue(bar->value() + bar->pageStep());
        page.repaint();
    });
    bar->setValue(0);
    measureChange(goals, page,
        {QStringLiteral("S4"), QStringLiteral("67 of 2,000 rows change, sorted by status"), 16, 25}, normalChange);
    measureChange(
        goals, page, {QStringLiteral("S5"), QStringLiteral("all of 2,000 rows change at once"), 40}, fleetSize);
    const QString typed = QStringLiteral("service-17 layer:>1 status:healthy");
    goals.measure({QStringLiteral("S6"), QStringLiteral("a key is pressed in the filter of 2,000 rows"), 16, 30},
        static_cast<int>(typed.size()), [&](int round) {
            QTest::keyClick(&page.panel->filterField(), typed.at(round).toLatin1());
            page.repaint();
        });
    return goals.exitCode();
}
