#include "tests/ui/gallery/servicepictures.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/checkstrip.h"
#include "ui/panels/detailcharts.h"
#include "ui/panels/detailchecks.h"
#include "ui/panels/detaildependencies.h"
#include "ui/panels/detaillogs.h"
#include "ui/panels/detailpanel.h"
#include "ui/panels/detailsettings.h"
#include "ui/panels/servicecolumns.h"
#include "ui/panels/servicepanel.h"

#include <QTabWidget>
#include <QTest>

namespace foghorn {

QList<std::function<void()>> servicePictures(MainWindow &window, const QDir &folder, const QString &tone)
{
    QList<std::function<void()>> steps;
    const auto save = [&window, folder, tone](const char *name) {
        window.grab().save(folder.filePath(QString::fromLatin1(name) + tone + QStringLiteral(".png")));
    };
    const auto picture = [&steps, save](const char *name, std::function<void()> prepare) {
        steps.append(std::move(prepare));
        steps.append([] {});
        steps.append([save, name] { save(name); });
    };
    const QSize size = window.size();
    const int line = window.fontMetrics().height();
    ServicePanel &panel = window.servicePanel();
    DetailPanel &details = window.detailPanel();
    const auto pick = [&window](int row) {
        window.showPage(MainWindow::Page::Services);
        window.selection().selectOnly(window.model().row(std::min(row, window.model().rowCount() - 1)).id);
    };
    picture("details-waiting", [pick] { pick(8); });
    picture("details-checks", [pick, &details] {
        pick(5);
        details.tabs().setCurrentWidget(&details.checks());
        details.checks().strip().setFocus();
        QTest::keyClick(&details.checks().strip(), Qt::Key_Left, Qt::ControlModifier);
    });
    picture("details-charts", [&details] { details.tabs().setCurrentWidget(&details.charts()); });
    picture("details-logs", [&details] { details.tabs().setCurrentWidget(&details.logs()); });
    picture("details-dependencies", [&details] { details.tabs().setCurrentWidget(&details.dependencies()); });
    picture("details-settings", [&details] { details.tabs().setCurrentWidget(&details.settings()); });
    picture("services-filtered", [&panel, &details] {
        details.tabs().setCurrentIndex(0);
        panel.setFilterText(QStringLiteral("status:failed,unhealthy,degraded layr:2 layer:>1"));
    });
    picture("services-high", [&panel] {
        panel.setFilterText({});
        panel.columns().setComfortable(true);
        for (const int column : {ServiceTableModel::Needs, ServiceTableModel::NeededBy, ServiceTableModel::LastCheck})
            panel.columns().setShown(column, true);
    });
    picture("services-nothing", [&panel] {
        panel.columns().setComfortable(false);
        panel.columns().reset();
        panel.setFilterText(QStringLiteral("no such thing"));
    });
    picture("timeline-nothing", [&window] { window.showPage(MainWindow::Page::Timeline); });
    picture("timeline-filtered", [&panel] { panel.setFilterText(QStringLiteral("status:unhealthy,degraded")); });
    picture("narrow-services", [&window, &panel, line] {
        window.showPage(MainWindow::Page::Services);
        panel.setFilterText({});
        window.resize(line * 48, line * 40);
    });
    picture("narrow-details", [&panel, pick] {
        pick(5);
        Q_EMIT panel.detailsWanted();
    });
    steps.append([&window, size] {
        window.showPage(MainWindow::Page::Services);
        window.resize(size);
    });
    return steps;
}

} // namespace foghorn
