#pragma once

#include "tests/ui/support/fakefleet.h"
#include "tests/ui/support/fakelogs.h"
#include "ui/models/logfeed.h"
#include "ui/models/serviceselection.h"
#include "ui/models/timecursor.h"
#include "ui/models/usersettings.h"
#include "ui/panels/logpanel.h"

#include <QTest>

#include <memory>

namespace foghorn {

/// What tests of the Logs page share: a panel that follows onion among the ten services, on logs that are made up.
class LogPanelTest
{
protected:
    LogPanelTest() = default;
    ~LogPanelTest() = default;
    Q_DISABLE_COPY_MOVE(LogPanelTest)

    static QString id(const char *text) { return QString::fromLatin1(text); }
    static WallTime noon() { return *fromRfc3339("2026-11-23T12:00:00Z"); }

    void open()
    {
        m_registry = std::make_unique<ServiceRegistry>();
        m_registry->setOutline(fakeOutline(id("local"), tenServices()));
        m_logs = std::make_unique<FakeLogs>();
        m_selection = std::make_unique<ServiceSelection>();
        m_selection->selectOnly(id("onion"));
        m_cursor = std::make_unique<TimeCursor>();
        m_settings = std::make_unique<UserSettings>();
        makePanel();
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void close()
    {
        m_panel.reset();
        m_logs.reset();
    }
    void makePanel()
    {
        m_panel.reset();
        m_panel = std::make_unique<LogPanel>(LogSources{*m_registry, *m_logs, *m_selection, *m_cursor, *m_settings});
        m_panel->resize(900, 600);
    }
    /// By its accessible name or its text; null: none.
    template<typename T> T *child(const char *name) const
    {
        for (auto *widget : m_panel->findChildren<T *>()) {
            if (widget->accessibleName() == id(name) || widget->property("text").toString() == id(name))
                return widget;
        }
        return nullptr;
    }

    std::unique_ptr<ServiceRegistry> m_registry;
    std::unique_ptr<FakeLogs> m_logs;
    std::unique_ptr<ServiceSelection> m_selection;
    std::unique_ptr<TimeCursor> m_cursor;
    std::unique_ptr<UserSettings> m_settings;
    std::unique_ptr<LogPanel> m_panel;
};

} // namespace foghorn
