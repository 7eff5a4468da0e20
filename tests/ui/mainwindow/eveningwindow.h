#pragma once

#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/servicefiltermodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"
#include "ui/style/theme.h"

#include <QTest>

namespace foghorn {

/// A window on the ten services of a busy evening, wide enough for everything, with the table in front.
struct EveningWindow
{
    FakeRoom room;
    std::unique_ptr<MainWindow> window;

    explicit EveningWindow(Theme &theme)
    {
        room.registry.setOutline(fakeOutline(QStringLiteral("local"), tenServices()));
        makeBusyEvening(room.registry);
        window = std::make_unique<MainWindow>(room.sources(), theme, room.settings);
        const int line = window->fontMetrics().height();
        window->resize(line * 110, line * 56);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->showPage(MainWindow::Page::Services);
    }
    ~EveningWindow() { room.commands.end(); }
    Q_DISABLE_COPY_MOVE(EveningWindow)

    ServicePanel &panel() const { return window->servicePanel(); }
    ServiceView &view() const { return panel().view(); }
    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < panel().filtered().rowCount(); ++row)
            names.append(panel().filtered().serviceRow(row).id);
        return names;
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(window.get(), static_cast<Qt::Key>(key), modifiers);
    }
};

} // namespace foghorn
