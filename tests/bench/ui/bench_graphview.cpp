// The Graph page: S7, one node changes while the whole graph is in view; S8, panning at 1:1; S9, any zoom step; S10,
// the layout itself. Unfolded, which is the worst that a person can ask for.
#include "tests/bench/ui/goals.h"
#include "tests/ui/support/fakefleet.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"

#include <QApplication>
#include <QEventLoop>
#include <QScrollBar>

#include <cmath>

using namespace foghorn;

namespace {

constexpr int rounds = 40;

/// Lays everything out anew, unfolded.
void unfold(GraphScene &scene)
{
    QEventLoop loop; // a benchmark has nothing else to do
    QObject::connect(&scene, &GraphScene::laidOut, &loop, &QEventLoop::quit);
    scene.setAllFolded(false);
    loop.exec();
}

struct Page
{
    ServiceRegistry registry;
    ServiceTableModel model{registry};
    ServiceSelection selection;
    GraphPanel panel{registry, model, selection};

    explicit Page(int services)
    {
        registry.setOutline(fakeOutline(QStringLiteral("local"), manyServices(services)));
        makeAllHealthy(registry);
        model.flush();
        panel.resize(1600, 900);
        panel.show();
        QCoreApplication::processEvents();
        unfold(panel.scene());
        QCoreApplication::processEvents();
    }
    void repaint() { panel.view().viewport()->repaint(); }
};

void measureChange(Goals &goals, Page &page)
{
    page.panel.view().fit();
    QCoreApplication::processEvents();
    goals.measure(
        {QStringLiteral("S7"), QStringLiteral("one of 1,000 nodes changes, all in view"), 16, 20}, rounds,
        [&](int round) {
            const Health health = round % 2 == 0 ? Health::Unhealthy : Health::Healthy;
            addChecks(page.registry, QStringLiteral("service-%1").arg(round * 13), health, 3);
        },
        [&](int) {
            page.model.flush();
            page.repaint(); // all of it, which is more than is needed
        });
    goals.measure(
        {QStringLiteral("S7"), QStringLiteral("the same, painted as the view finds fit"), 16, 20}, rounds,
        [&](int round) {
            addChecks(page.registry, QStringLiteral("service-%1").arg(round * 17),
                round % 2 == 0 ? Health::Unhealthy : Health::Healthy, 3);
        },
        [&](int) {
            page.model.flush();
            QCoreApplication::processEvents();
        });
}

void measurePan(Goals &goals, Page &page)
{
    GraphView &view = page.panel.view();
    view.zoomToActualSize();
    view.centerOn(page.panel.scene().cardsRect().center());
    page.repaint();
    goals.measure({QStringLiteral("S8"), QStringLiteral("1,000 nodes at 1:1, panned by 40 pixels"), 16, 20}, rounds,
        [&](int round) {
            QScrollBar &bar = round % 2 == 0 ? *view.verticalScrollBar() : *view.horizontalScrollBar();
            bar.setValue(bar.value() + 40);
            page.repaint(); // all of it, not only what came into view
        });
}

void measureZoom(Goals &goals, Page &page, const QString &what)
{
    GraphView &view = page.panel.view();
    const double step = std::pow(2.0 / 0.05, 1.0 / rounds);
    view.setTransform(QTransform::fromScale(0.05, 0.05));
    view.centerOn(page.panel.scene().cardsRect().center());
    page.repaint();
    goals.measure({QStringLiteral("S9"), what, 25, 33}, rounds, [&](int round) {
        view.zoomIn(); // as a person would, and then to the step that is wanted
        const double next = 0.05 * std::pow(step, round + 1);
        view.setTransform(QTransform::fromScale(next, next));
        view.centerOn(page.panel.scene().cardsRect().center());
        page.repaint();
    });
}

/// Ten layers, each node with one or two dependencies in the layer before and some further back.
LayoutRequest layeredRequest(int count)
{
    LayoutRequest request;
    const int width = count / 10;
    for (int node = 0; node < count; ++node) {
        const int layer = node / width;
        request.layers.push_back(layer);
        if (layer == 0)
            continue;
        request.edges.push_back({(layer - 1) * width + (node * 37 + 11) % width, node});
        if (node % 3 == 0 && layer > 1)
            request.edges.push_back({(layer - 2) * width + (node * 91 + 5) % width, node});
        if (node % 4 == 0)
            request.edges.push_back({(node * 53 + 7) % width, node});
    }
    request.node = QSizeF(180, 60);
    request.columnGap = 48;
    request.rowGap = 20;
    return request;
}

void measureLayout(Goals &goals)
{
    const std::vector<std::pair<int, double>> sizes{{100, 5}, {1000, 40}, {2000, 100}};
    for (const auto &[count, limit] : sizes) {
        const LayoutRequest request = layeredRequest(count);
        goals.measure({QStringLiteral("S10"), QStringLiteral("layout of %1 nodes").arg(count), limit}, 20,
            [&](int) { layOut(request); });
    }
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    Goals goals;
    {
        Page page(1000);
        measureChange(goals, page);
        measurePan(goals, page);
        measureZoom(goals, page, QStringLiteral("1,000 nodes, zooming from 0.05 to 2"));
    }
    {
        Page page(2000);
        measureZoom(goals, page, QStringLiteral("2,000 nodes, zooming from 0.05 to 2"));
    }
    measureLayout(goals);
    return goals.exitCode();
}
