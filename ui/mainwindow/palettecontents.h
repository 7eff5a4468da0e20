#pragma once

#include "ui/dialogs/paletteentry.h"

#include "core/base/serviceid.h"

#include <QCoreApplication>

class QAction;
class QMenu;

namespace foghorn {

class MainWindow;

/// What the command palette of a window finds: its services and all actions of its menus.
class PaletteContents
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::PaletteContents)
public:
    /// Services that need somebody first, the worst at the top; then actions; then the other services. The window must
    /// outlive what is done with them.
    static QList<PaletteEntry> of(MainWindow &window);
    /// Makes the service the selected one, and gives what can be done with it: what fits its state best comes first.
    static QList<PaletteEntry> choicesFor(MainWindow &window, const ServiceId &service);

private:
    static void addMenu(QList<PaletteEntry> &entries, const QMenu &menu, const QString &path);
    static PaletteEntry entryOf(QAction &action, const QString &path);
    static PaletteEntry entryOf(MainWindow &window, const ServiceId &service);
    static QString noteOf(const QAction &action, const QString &path);
};

} // namespace foghorn
