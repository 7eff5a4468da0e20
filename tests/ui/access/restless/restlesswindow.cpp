// A window in which everything changes all the time, for a screen reader to ask about: restless_window [SERVICES]
// Filters, sorts, takes services away and brings them back, changes states, pages and the selection, 50 times a second.
// Ends when its standard input does.
#include "tests/ui/support/fakenews.h"
#include "tests/ui/support/fakepast.h"
#include "tests/ui/support/fakeroom.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/serviceselection.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace foghorn;

namespace {

constexpr int TickMs = 20;

class Restless final
{
public:
    Restless(Theme &theme, int services)
        : m_all(manyServices(services))
        , m_random(4711)
    {
        m_room.registry.setOutline(fakeOutline(QStringLiteral("restless"), m_all));
        makeAllHealthy(m_room.registry);
        makePast(m_room.registry, m_room.history);
        makeAlerts(m_room.alerts, m_room.registry);
        m_window = std::make_unique<MainWindow>(m_room.sources(), theme, m_room.settings);
        m_window->show();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { change(); });
        m_timer.start(TickMs);
    }
    ~Restless() { m_room.commands.end(); }
    Q_DISABLE_COPY_MOVE(Restless)

private:
    int oneOf(int count) { return m_random.bounded(count); }
    ServiceId anyService() { return m_all.at(oneOf(static_cast<int>(m_all.size()))).name; }
    QHeaderView &header() { return *m_window->servicePanel().view().horizontalHeader(); }

    void change()
    {
        switch (oneOf(10)) {
        case 0:
            m_window->servicePanel().filterField().setText(oneOf(2) == 0 ? QString() : QString::number(oneOf(40)));
            break;
        case 1:
            header().setSortIndicator(
                oneOf(header().count()), oneOf(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 2:
            m_room.registry.setOutline(
                fakeOutline(QStringLiteral("restless"), m_all.mid(0, 1 + oneOf(static_cast<int>(m_all.size())))));
            break;
        case 3:
            if (oneOf(4) == 0)
                m_window->showPage(static_cast<MainWindow::Page>(oneOf(6)));
            break;
        case 4:
            if (m_room.logs.stream)
                m_room.logs.say(fakeNews({anyService()}, 20));
            break;
        case 5:
            m_window->selection().selectOnly(anyService());
            break;
        default:
            changeState();
        }
    }

    void changeState()
    {
        const ServiceId service = anyService();
        if (!m_room.registry.find(service))
            return;
        if (oneOf(2) == 0)
            setState(m_room.registry, service, oneOf(3) == 0 ? RunState::Stopped : RunState::Running);
        else
            addChecks(m_room.registry, service, oneOf(3) == 0 ? Health::Unhealthy : Health::Healthy, 1);
    }

    const QList<FakeService> m_all;
    QRandomGenerator m_random;
    FakeRoom m_room;
    std::unique_ptr<MainWindow> m_window;
    QTimer m_timer;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("restless_window"));
    QApplication::setQuitOnLastWindowClosed(false);
    Theme theme(application);
    const Restless restless(theme, QApplication::arguments().value(1, QStringLiteral("60")).toInt());
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &input, [] {
        char byte = 0;
        if (read(STDIN_FILENO, &byte, 1) <= 0)
            QCoreApplication::exit(0);
    });
    std::puts("ready");
    std::fflush(stdout);
    return QApplication::exec();
}
