// Paints the pages with made-up fleets into PNG files, for people to judge: ui_gallery FOLDER [SERVICES]
#include "tests/ui/support/fakeroom.h"
#include "ui/dialogs/consequencedialog.h"
#include "ui/dialogs/stopplan.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphscene.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/serviceselection.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

using namespace foghorn;

namespace {

class Gallery final
{
public:
    Gallery(Theme &theme, const QDir &folder, int services)
        : m_theme(theme)
        , m_folder(folder)
    {
        const bool ten = services == 10;
        m_room.registry.setOutline(fakeOutline(QStringLiteral("local"), ten ? tenServices() : manyServices(services)));
        if (ten)
            makeBusyEvening(m_room.registry);
        else
            makeAllHealthy(m_room.registry);
        m_window = std::make_unique<MainWindow>(m_room.sources(), theme);
        if (ten)
            m_window->selection().selectOnly(QStringLiteral("onion"));
        m_window->show();
        // The graph is laid out in another thread; then one picture a turn of the loop, so that all is settled.
        QObject::connect(&m_window->graphPanel().scene(), &GraphScene::laidOut, &m_timer, qOverload<>(&QTimer::start));
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { step(); });
        m_timer.setInterval(150);
    }

private:
    void save(QWidget &widget, const QString &name)
    {
        widget.grab().save(m_folder.filePath(name + QStringLiteral(".png")));
    }

    void step()
    {
        const int shot = m_step++;
        const bool dark = shot >= 4;
        const QString tone = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        switch (shot % 4) {
        case 0:
            m_theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            m_window->showPage(MainWindow::Page::Services);
            break;
        case 1:
            save(*m_window, QStringLiteral("services") + tone);
            m_window->showPage(MainWindow::Page::Graph);
            break;
        case 2:
            save(*m_window, QStringLiteral("graph") + tone);
            if (m_room.registry.find(QStringLiteral("fog_coordinator")))
                m_window->selection().set({}, {});
            break;
        case 3: {
            save(*m_window, QStringLiteral("graph-unselected") + tone);
            if (!m_room.registry.find(QStringLiteral("onion")))
                break;
            m_window->selection().selectOnly(QStringLiteral("onion"));
            const StopPlan plan = StopPlan::of(m_room.registry, {QStringLiteral("fog_coordinator")});
            ConsequenceDialog dialog(ConsequenceDialog::forStop(m_room.registry, plan));
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            save(dialog, QStringLiteral("stop") + tone);
            ConsequenceDialog quit(ConsequenceDialog::forQuit(m_room.registry, 8));
            quit.setAttribute(Qt::WA_DeleteOnClose, false);
            quit.show();
            save(quit, QStringLiteral("quit") + tone);
            break;
        }
        default:
            break;
        }
        if (m_step == 8)
            QCoreApplication::exit() /* quit() asks the window, and that asks a person */;
    }

    Theme &m_theme;
    QDir m_folder;
    FakeRoom m_room;
    std::unique_ptr<MainWindow> m_window;
    QTimer m_timer;
    int m_step = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    Theme theme(application);
    const QStringList arguments = QApplication::arguments();
    const Gallery gallery(
        theme, QDir(arguments.value(1, QStringLiteral("."))), arguments.value(2, QStringLiteral("10")).toInt());
    return QApplication::exec();
}
