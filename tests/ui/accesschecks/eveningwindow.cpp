#include "tests/ui/accesschecks/eveningwindow.h"

#include "tests/ui/support/fakenews.h"
#include "tests/ui/support/fakepast.h"
#include "ui/models/serviceselection.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QTest>

namespace foghorn {

namespace {

constexpr std::array Pages{MainWindow::Page::Services, MainWindow::Page::Graph, MainWindow::Page::Timeline,
    MainWindow::Page::Charts, MainWindow::Page::Logs, MainWindow::Page::Alerts};
// The pace of whoever works with the window, not something that is waited for: what these tests look at must be right
// at any moment, and what takes longer than this (a layout in another thread) is looked at as it is.
constexpr int Turns = 6;
constexpr int TurnMs = 15;

QString withoutMnemonic(QString text) { return text.remove(u'&'); }

} // namespace

EveningWindow::EveningWindow(Theme &theme, const QList<FakeService> &services, QSize size)
{
    const bool isEvening = services.isEmpty();
    m_room.registry.setOutline(fakeOutline(QStringLiteral("local"), isEvening ? tenServices() : services));
    if (isEvening)
        makeBusyEvening(m_room.registry);
    else
        makeAllHealthy(m_room.registry);
    makePast(m_room.registry, m_room.history);
    makeAlerts(m_room.alerts, m_room.registry);
    m_window = std::make_unique<MainWindow>(m_room.sources(), theme, m_room.settings);
    m_window->selection().selectOnly(m_room.registry.order().value(5, m_room.registry.order().value(0)));
    if (!size.isEmpty())
        m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window never became active");
    settle();
}

EveningWindow::~EveningWindow() { m_room.commands.end(); }

void EveningWindow::settle() const
{
    for (int turn = 0; turn < Turns; ++turn)
        QTest::qWait(TurnMs);
}

void EveningWindow::eachPage(const std::function<void(QWidget &, const QString &)> &look)
{
    for (const MainWindow::Page page : Pages) {
        m_window->showPage(page);
        settle();
        if (page == MainWindow::Page::Logs && m_room.logs.stream && !m_room.logs.followed.isEmpty()) {
            m_room.logs.say(fakeNews(m_room.logs.followed.last(), 60));
            settle();
        }
        look(*m_window, withoutMnemonic(m_window->pageActions().at(static_cast<int>(page))->text()));
    }
    m_window->showPage(MainWindow::Page::Services);
    settle();
}

QDialog *EveningWindow::openBy(QAction &action) const
{
    action.trigger();
    settle();
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        auto *dialog = qobject_cast<QDialog *>(top);
        if (dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void EveningWindow::eachDialog(const std::function<void(QWidget &, const QString &)> &look)
{
    const QList<QAction *> actions = m_window->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (!action->text().contains(u'…') || !action->isEnabled() || action->menu() || !action->isVisible())
            continue;
        const QString name = withoutMnemonic(action->text());
        QDialog *dialog = openBy(*action);
        if (!dialog)
            continue;
        if (!qobject_cast<QFileDialog *>(dialog))
            look(*dialog, name);
        dialog->reject();
        settle();
        m_room.commands.end();
    }
}

void EveningWindow::eachPlace(const std::function<void(QWidget &, const QString &)> &look)
{
    eachPage(look);
    eachDialog(look);
}

} // namespace foghorn
