#pragma once

#include "tests/ui/support/fakepast.h"
#include "tests/ui/support/fakeroom.h"
#include "ui/charts/chartspanel.h"
#include "ui/charts/latencychart.h"
#include "ui/charts/uptimechart.h"
#include "ui/charts/valuetable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/serviceselection.h"
#include "ui/models/timecursor.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QTest>

#include <algorithm>

namespace foghorn {

/// A window on the ten services of a busy evening with a week behind them, for the tests of the pages of time.
struct WindowWithPast
{
    Theme &theme;
    FakeRoom room;
    std::unique_ptr<MainWindow> window;

    explicit WindowWithPast(Theme &style)
        : theme(style)
    {
        room.registry.setOutline(fakeOutline(QStringLiteral("local"), tenServices()));
        makeBusyEvening(room.registry);
        makePast(room.registry, room.history);
        show();
    }
    ~WindowWithPast()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        room.commands.end();
    }
    Q_DISABLE_COPY_MOVE(WindowWithPast)

    void show()
    {
        window = std::make_unique<MainWindow>(room.sources(), theme, room.settings);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    bool hasAskedFor(const char *service) const
    {
        return std::any_of(room.history.asked.begin(), room.history.asked.end(),
            [&](const HistoryQuery &query) { return query.service == QLatin1String(service); });
    }
};

} // namespace foghorn
