#include "ui/mainwindow/fleetfiles.h"

#include "ui/mainwindow/actionreason.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/operations.h"
#include "ui/models/connectiondesk.h"
#include "ui/models/fleetsummary.h"
#include "ui/models/operationmodel.h"
#include "ui/models/servicetablemodel.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>

namespace foghorn {

FleetFiles::FleetFiles(MainWindow &window, ConnectionDesk &desk, const Operations &operations)
    : QObject(&window)
    , m_window(window)
    , m_desk(desk)
    , m_operations(operations)
    , m_open(new QAction(tr("&Open configuration…"), this))
    , m_example(new QAction(tr("&Load example"), this))
{
    m_open->setObjectName(QStringLiteral("openConfiguration"));
    m_example->setObjectName(QStringLiteral("loadExample"));
    buildMenu();
    connect(m_open, &QAction::triggered, this, &FleetFiles::ask);
    connect(m_example, &QAction::triggered, this, [this] { open(m_desk.exampleFleet()); });
    connect(&window.model(), &ServiceTableModel::refreshed, this, &FleetFiles::update);
    connect(&operations.model(), &OperationModel::changed, this, &FleetFiles::update);
    update();
}

FleetFiles::~FleetFiles() = default;

void FleetFiles::buildMenu()
{
    QMenu &file = m_window.menu(MainWindow::Menu::File);
    QAction *first = file.actions().value(0);
    file.insertActions(first, actions());
    file.insertSeparator(first);
}

QString FleetFiles::whyNot() const
{
    if (m_operations.model().runningCount() > 0)
        return tr("First what is under way must end");
    const int alive = summaryOf(m_window.model().rows()).alive;
    if (alive == 0)
        return {};
    return alive == 1
        ? tr("First stop the service that runs: it belongs to the fleet that is open")
        : tr("First stop the %Ln services that run: they belong to the fleet that is open", nullptr, alive);
}

void FleetFiles::update()
{
    const QString reason = whyNot();
    explain(*m_open, tr("Run the fleet of another file in this window"), reason);
    const bool isThere = !m_desk.exampleFleet().isEmpty();
    explain(*m_example, tr("Run the ten services that come with Foghorn, to look around"),
        isThere ? reason : tr("The example was not found beside the program"));
}

void FleetFiles::ask()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open configuration"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Fleet files (*.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &FleetFiles::open);
    dialog->open();
}

void FleetFiles::open(const QString &file)
{
    if (const QString reason = whyNot(); !reason.isEmpty())
        //: %1 is a reason, as "First stop the service that runs"
        m_window.showProblem(tr("%1. The file was not opened.").arg(reason));
    else
        m_desk.openFleet(file);
}

} // namespace foghorn
