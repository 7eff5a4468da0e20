#include "tests/ui/support/comeround.h"
#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/mainwindow/traypresence.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/settingkeys.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foghorn;
using namespace std::chrono_literals;

namespace {

/// Keeps what is shown.
class FakeSink final : public NotificationSink
{
public:
    explicit FakeSink(QList<Notification> &shown)
        : m_shown(shown)
    {
    }
    void show(const Notification &notification) override { m_shown.append(notification); }

private:
    QList<Notification> &m_shown;
};

} // namespace

/// The window while nobody looks, with a tray that comes and goes.
class TestTrayPresence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void offUnlessChosen();
    void notOfferedWithoutATray();
    void closingHidesAndTheWindowComesBack();
    void quitLeavesOutOfTheTray();
    void menuNamesTheWorst();
    void tellsOnlyWhoDoesNotLook();
    void notificationsLeadBack();
    void canBeTurnedOffAndPaused();

private:
    void make()
    {
        auto sink = std::make_unique<FakeSink>(m_shown);
        m_sink = sink.get();
        m_presence = new TrayPresence(
            *m_window, m_sources.value(), m_room->settings, {[this] { return m_hasTray; }, std::move(sink)});
    }
    void fail(qint64 id, const char *service)
    {
        Alert alert;
        alert.id = id;
        alert.rule = AlertRule::Failed;
        alert.service = QLatin1String(service);
        alert.message = QStringLiteral("It ended with exit code 1.");
        alert.since = Now::read().wall;
        m_room->alerts.put(alert);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeRoom> m_room;
    std::optional<WindowSources> m_sources;
    std::unique_ptr<MainWindow> m_window;
    TrayPresence *m_presence = nullptr;
    FakeSink *m_sink = nullptr;
    QList<Notification> m_shown;
    bool m_hasTray = true;
};

void TestTrayPresence::init()
{
    if (!m_theme)
        m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_hasTray = true;
    m_shown.clear();
    m_room = std::make_unique<FakeRoom>();
    m_room->registry.setOutline(fakeOutline(QStringLiteral("local"), tenServices()));
    makeBusyEvening(m_room->registry);
    m_sources.emplace(m_room->sources());
    m_window = std::make_unique<MainWindow>(*m_sources, *m_theme, m_room->settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestTrayPresence::cleanup()
{
    m_window.reset();
    m_sources.reset();
    m_room.reset();
}

void TestTrayPresence::offUnlessChosen()
{
    make();
    QVERIFY(!m_presence->trayAction()->isChecked());
    const QSignalSpy left(m_window.get(), &MainWindow::leaveWanted);
    m_window->close();
    QVERIFY(m_window->isVisible()); // it asks, as services are running
    m_presence->trayAction()->trigger();
    QVERIFY(m_room->settings.value(TrayKey).toBool());
    QVERIFY(left.isEmpty());
}

void TestTrayPresence::notOfferedWithoutATray()
{
    m_hasTray = false;
    m_room->settings.setValue(TrayKey, true);
    make();
    QVERIFY(!m_presence->trayAction()->isEnabled());
    QCOMPARE(m_presence->trayAction()->statusTip(), QStringLiteral("This desktop has no system tray"));
    m_window->close();
    QVERIFY(m_window->isVisible()); // hidden, nobody could get at it
    m_hasTray = true; // a panel that starts later than we
    m_presence->look();
    QVERIFY(m_presence->trayAction()->isEnabled() && m_presence->trayAction()->isChecked());
}

void TestTrayPresence::closingHidesAndTheWindowComesBack()
{
    m_room->settings.setValue(TrayKey, true);
    make();
    const QSignalSpy left(m_window.get(), &MainWindow::leaveWanted);
    m_window->close();
    QVERIFY(!m_window->isVisible());
    QVERIFY(left.isEmpty());
    m_presence->look();
    QVERIFY(!m_window->isVisible());
    m_hasTray = false;
    m_presence->look();
    QVERIFY(m_window->isVisible());
}

void TestTrayPresence::quitLeavesOutOfTheTray()
{
    m_room->settings.setValue(TrayKey, true);
    make();
    makeAllHealthy(m_room->registry);
    m_window->model().flush();
    m_window->close();
    m_window->quit();
    QVERIFY(m_window->isVisible()); // for the question about running services
    QVERIFY(m_window->findChild<QDialog *>());
}

void TestTrayPresence::menuNamesTheWorst()
{
    make();
    Q_EMIT m_presence->menu()->aboutToShow();
    const TrayContent &content = m_presence->content();
    QVERIFY(content.attention > 0);
    QCOMPARE(content.place, QStringLiteral("local"));
    QVERIFY(!content.worst.isEmpty() && content.worst.size() <= 3);
    for (qsizetype i = 1; i < content.worst.size(); ++i)
        QVERIFY(content.worst.at(i - 1).look.severity >= content.worst.at(i).look.severity);
    QStringList texts;
    for (const QAction *action : m_presence->menu()->actions())
        texts << action->text();
    QVERIFY2(texts.first().contains(QStringLiteral(" of 10 running")), qPrintable(texts.first()));
    QVERIFY(texts.at(1).startsWith(content.worst.first().id));
    QVERIFY(texts.contains(QStringLiteral("&Quit")) && texts.contains(QStringLiteral("&Open Foghorn")));
    QMenu *worst = m_presence->menu()->actions().at(1)->menu();
    QVERIFY(worst);
    worst->actions().first()->trigger();
    QCOMPARE(m_window->selection().current(), content.worst.first().id);
    ConnectionState lost;
    lost.link = ConnectionState::Link::Reconnecting;
    lost.place = QStringLiteral("edge-7");
    m_room->connection.put(lost);
    Q_EMIT m_presence->menu()->aboutToShow();
    QCOMPARE(m_presence->content().headline, QStringLiteral("Not connected"));
    QVERIFY(m_presence->content().worst.isEmpty()); // nothing is known of them
}

void TestTrayPresence::tellsOnlyWhoDoesNotLook()
{
    make();
    QVERIFY(m_window->isActiveWindow());
    fail(1, "onion");
    comeRound();
    QVERIFY(m_shown.isEmpty());
    m_window->hide();
    fail(2, "p2p");
    QTRY_COMPARE(m_shown.size(), 1);
    QCOMPARE(m_shown.first().service, QStringLiteral("p2p"));
    QVERIFY2(m_shown.first().text.contains(QStringLiteral("On local")), qPrintable(m_shown.first().text));
}

void TestTrayPresence::notificationsLeadBack()
{
    make();
    m_window->hide();
    fail(7, "onion");
    QTRY_COMPARE(m_shown.size(), 1);
    Q_EMIT m_sink->showWanted(m_shown.first());
    QVERIFY(m_window->isVisible());
    QCOMPARE(m_window->selection().current(), QStringLiteral("onion"));
    Q_EMIT m_sink->muteWanted(m_shown.first());
    QCOMPARE(m_room->alertCommands.calls, QStringList{QStringLiteral("mute 7 60 desktop")});
}

void TestTrayPresence::canBeTurnedOffAndPaused()
{
    make();
    m_window->hide();
    m_presence->pauseAction()->setChecked(true);
    fail(1, "onion");
    comeRound();
    QVERIFY(m_shown.isEmpty());
    m_presence->pauseAction()->setChecked(false);
    m_room->settings.setValue(NotificationsKey, false);
    fail(2, "p2p");
    comeRound();
    QVERIFY(m_shown.isEmpty());
    m_room->settings.setValue(NotificationsKey, true);
    fail(3, "dao");
    QTRY_COMPARE(m_shown.size(), 1);
}

QTEST_MAIN(TestTrayPresence)
#include "tst_traypresence.moc"
