#include "ui/mainwindow/configreload.h"

#include "ui/dialogs/reloaddialog.h"
#include "ui/mainwindow/actionreason.h"
#include "ui/mainwindow/connectionwords.h"
#include "ui/mainwindow/mainwindow.h"

#include "core/base/whenended.h"
#include "core/registry/connectionboard.h"
#include "core/registry/serviceregistry.h"

#include <QAction>
#include <QMenu>

namespace foghorn {

ConfigReload::ConfigReload(
    MainWindow &window, Commands &commands, const ServiceRegistry &registry, const ConnectionBoard &connection)
    : QObject(&window)
    , m_window(window)
    , m_commands(commands)
    , m_registry(registry)
    , m_connection(connection)
    , m_action(new QAction(tr("Rel&oad configuration…"), this))
    , m_actor{QStringLiteral("desktop"), QStringLiteral("local"), QStringLiteral("foghorn/" FOGHORN_VERSION)}
{
    QMenu &menu = window.menu(MainWindow::Menu::Service);
    menu.addSeparator();
    menu.addAction(m_action);
    connect(m_action, &QAction::triggered, this, &ConfigReload::plan);
    connect(&connection, &ConnectionBoard::changed, this, &ConfigReload::update);
    update();
}

ConfigReload::~ConfigReload() = default;

void ConfigReload::update()
{
    QString reason = ConnectionWords::whyBlocked(m_connection.connection());
    if (reason.isEmpty() && m_isBusy)
        reason = tr("The configuration is being read");
    explain(*m_action, tr("Read the fleet file again; shows first what that changes"), reason);
}

void ConfigReload::plan()
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    update();
    whenEnded(m_commands.reload(true, m_actor), this, [this](const std::optional<ReloadOutcome> &plan) {
        m_isBusy = false;
        update();
        if (plan)
            show(*plan);
        else
            m_window.showProblem(tr("The configuration was not read: the answer never came."));
    });
}

void ConfigReload::show(const ReloadOutcome &plan)
{
    auto *dialog = new ReloadDialog(plan, m_registry.fleetName(), &m_window);
    connect(dialog, &QDialog::accepted, this, &ConfigReload::apply);
    connect(dialog, &ReloadDialog::againWanted, this, &ConfigReload::plan);
    dialog->open();
}

void ConfigReload::apply()
{
    m_isBusy = true;
    update();
    whenEnded(m_commands.reload(false, m_actor), this, [this](const std::optional<ReloadOutcome> &outcome) {
        m_isBusy = false;
        update();
        if (!outcome) {
            m_window.showProblem(tr("The answer never came. What is shown tells whether the configuration is used."));
            return;
        }
        if (outcome->verdict != Verdict::Done && outcome->verdict != Verdict::Accepted) {
            show(*outcome); // the file changed once more since somebody agreed
            return;
        }
        const int changes = static_cast<int>(ReloadDialog::changesIn(*outcome));
        m_window.showSuccess(changes == 1 ? tr("Configuration reloaded: 1 change")
                                          : tr("Configuration reloaded: %Ln changes", nullptr, changes));
    });
}

} // namespace foghorn
