#include "ui/mainwindow/palettecontents.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/mnemonic.h"

#include "core/base/names.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace foghorn {

namespace {

constexpr int ServiceWeight = 1; ///< of two that fit as well the service is meant

} // namespace

QString PaletteContents::noteOf(const QAction &action, const QString &path)
{
    // One that is disabled says why in both; the others have the usual tip or none.
    if (!action.isEnabled())
        return action.toolTip() == action.statusTip() ? action.statusTip() : tr("Not available now");
    if (action.isCheckable() && action.isChecked())
        //: %1 is the menu that an action is in
        return tr("%1, switched on").arg(path);
    return path;
}

PaletteEntry PaletteContents::entryOf(QAction &action, const QString &path)
{
    PaletteEntry entry;
    entry.title = withoutMnemonic(action.text());
    entry.note = noteOf(action, path);
    entry.keys = action.shortcut().toString(QKeySequence::NativeText);
    entry.icon = action.icon();
    entry.isEnabled = action.isEnabled();
    entry.run = [target = QPointer<QAction>(&action)] {
        if (target)
            target->trigger();
    };
    return entry;
}

void PaletteContents::addMenu(QList<PaletteEntry> &entries, const QMenu &menu, const QString &path)
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        //: a menu in a menu: "View › Colours"
        const QString inner = tr("%1 › %2").arg(path, withoutMnemonic(action->text()));
        if (action->menu())
            addMenu(entries, *action->menu(), inner);
        else
            entries.append(entryOf(*action, path));
    }
}

PaletteEntry PaletteContents::entryOf(MainWindow &window, const ServiceId &service)
{
    const ServiceRow &row = window.model().row(window.model().rowOfService(service));
    PaletteEntry entry;
    entry.title = printable(service);
    entry.note = row.state;
    entry.look = row.look;
    entry.weight = ServiceWeight;
    entry.open = [target = QPointer<MainWindow>(&window), service] {
        return target ? choicesFor(*target, service) : QList<PaletteEntry>();
    };
    return entry;
}

QList<PaletteEntry> PaletteContents::of(MainWindow &window)
{
    QList<PaletteEntry> entries;
    QList<PaletteEntry> calm;
    for (const ServiceRow &row : window.model().rows())
        (row.look.severity >= AttentionSeverity ? entries : calm).append(entryOf(window, row.id));
    std::stable_sort(entries.begin(), entries.end(),
        [](const PaletteEntry &left, const PaletteEntry &right) { return left.look->severity > right.look->severity; });
    // Where to go is wanted more often than to quit.
    using Menu = MainWindow::Menu;
    for (const Menu each :
        {Menu::Go, Menu::Service, Menu::Alert, Menu::View, Menu::Tools, Menu::Window, Menu::Help, Menu::File})
        addMenu(entries, window.menu(each), withoutMnemonic(window.menu(each).title()));
    return entries + calm;
}

QList<PaletteEntry> PaletteContents::choicesFor(MainWindow &window, const ServiceId &service)
{
    const int row = window.model().rowOfService(service);
    if (row < 0)
        return {};
    window.selection().selectOnly(service);
    const ServiceActions &actions = window.actionsOnServices();
    const bool isUp = isUnderWay(window.model().row(row).facts.state);
    QList<QAction *> choices = actions.actions();
    QAction *first = actions.action(isUp ? Verb::Restart : Verb::Start);
    choices.removeAll(first);
    choices.prepend(first);
    QList<PaletteEntry> entries;
    for (QAction *choice : std::as_const(choices)) {
        if (choice->isSeparator())
            continue;
        PaletteEntry entry = entryOf(*choice, {});
        entry.note = choice->statusTip(); // whom it will affect, or why not
        entries.append(entry);
    }
    std::stable_partition(entries.begin(), entries.end(), [](const PaletteEntry &entry) { return entry.isEnabled; });
    for (QAction *page : window.pageActions()) {
        PaletteEntry entry = entryOf(*page, {});
        //: %1 is a page: "Graph"
        entry.title = tr("Show in %1").arg(entry.title);
        entry.note = page->statusTip();
        entries.append(entry);
    }
    return entries;
}

} // namespace foghorn
