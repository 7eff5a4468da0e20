// Paints the pages with made-up fleets into PNG files: ui_gallery FOLDER
#include "tests/ui/support/fakefleet.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/servicepanel.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>

using namespace foghorn;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Theme theme(application);
    const QDir folder(application.arguments().value(1, QStringLiteral(".")));
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(QStringLiteral("local"), tenServices()));
    makeBusyEvening(registry);
    ServiceTableModel model(registry);
    ServiceSelection selection;
    ServicePanel panel(model, selection);
    panel.resize(1100, 420);
    panel.show();
    selection.selectOnly(QStringLiteral("onion"));
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        application.processEvents();
        panel.grab().save(folder.filePath(dark ? QStringLiteral("panel-dark.png") : QStringLiteral("panel-light.png")));
    }
    return 0;
}
