#include "tests/ui/gallery/operationpictures.h"

#include "ui/dialogs/consequences.h"
#include "ui/dialogs/reloaddialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/operationmodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/theme.h"

#include <QAction>

namespace foghorn {

namespace {

QString id(const char *text) { return QString::fromLatin1(text); }

} // namespace

OperationPictures::OperationPictures(Theme &theme, const QDir &folder, int services)
    : m_theme(theme)
    , m_folder(folder)
    , m_services(services)
{
}

OperationPictures::~OperationPictures() = default;

QList<std::function<void()>> OperationPictures::steps(const QString &tone)
{
    const bool isTen = m_services == 10;
    QList<std::function<void()>> steps{[this] { open(); }, [this] { begin(); },
        [this, isTen] { isTen ? goOn() : goOnWithMany(); }, [] {},
        [this, tone] { save(*m_window, QStringLiteral("operations") + tone); }};
    if (isTen) {
        steps.append([this] { end(); });
        steps.append([this, tone] { save(*m_window, QStringLiteral("operations-ended") + tone); });
    }
    steps.append([this, tone] { saveDialogs(tone); });
    steps.append([this] {
        m_window.reset();
        m_room.reset();
    });
    return steps;
}

void OperationPictures::save(QWidget &widget, const QString &name) const
{
    widget.grab().save(m_folder.filePath(name + QStringLiteral(".png")));
}

void OperationPictures::open()
{
    m_room = std::make_unique<FakeRoom>();
    m_room->registry.setOutline(
        fakeOutline(QStringLiteral("local"), m_services == 10 ? tenServices() : manyServices(m_services)));
    m_window = std::make_unique<MainWindow>(m_room->sources(), m_theme, m_room->settings);
    m_later = std::chrono::milliseconds(0);
    m_window->actionsOnServices().operations().model().setClock(
        [this] { return std::chrono::steady_clock::now() + m_later; });
    m_window->show();
}

void OperationPictures::begin()
{
    m_window->actionsOnServices().operations().run(FleetVerb::StartAll);
    m_window->selection().selectOnly(m_room->registry.order().at(5));
}

void OperationPictures::done(const ServiceId &service, std::chrono::milliseconds took)
{
    setState(m_room->registry, service, RunState::Starting, Cause::Command, 0s);
    m_later += took;
    setState(m_room->registry, service, RunState::Running, Cause::Command, 0s);
    addChecks(m_room->registry, service, Health::Healthy, 2);
}

void OperationPictures::fail(const ServiceId &service, const QString &reason)
{
    ServiceStatus status = m_room->registry.find(service)->status;
    status.service = service;
    status.goal = Goal::Up;
    status.state = RunState::Failed;
    status.cause = Cause::Exited;
    status.since = Now::read().wall;
    status.lastError = reason;
    m_room->registry.update(status);
}

void OperationPictures::goOn()
{
    const auto wait = [this](const char *service, const char *blocker) {
        setState(m_room->registry, id(service), RunState::Waiting, Cause::Dependency, 0s);
        ServiceStatus status = m_room->registry.find(id(service))->status;
        status.blockers = {{id(blocker), DependencyCondition::Healthy, true}};
        m_room->registry.update(status);
    };
    done(id("dao"), 1200ms);
    done(id("edge"), 800ms);
    done(id("scheduler"), 700ms);
    done(id("fog_coordinator"), 2100ms);
    done(id("p2p"), 1500ms);
    fail(id("onion"), QStringLiteral("exit 1: port 9050 in use by tor (pid 811)"));
    wait("vpn_coordinator", "onion");
    setState(m_room->registry, id("harvest"), RunState::Starting, Cause::Command, 0s);
    ServiceStatus alive = m_room->registry.find(id("harvest"))->status;
    alive.pid = 4711;
    m_room->registry.update(alive);
    setState(m_room->registry, id("bitchat"), RunState::Starting, Cause::Command, 0s);
    wait("betanet", "onion");
    m_later += 2s;
}

void OperationPictures::goOnWithMany()
{
    const QList<ServiceId> services = m_room->registry.order();
    for (int i = 0; i < services.size() * 55 / 100; ++i) {
        if (i % 397 == 120)
            fail(services.at(i), QStringLiteral("killed by SIGKILL (out of memory)"));
        else
            done(services.at(i), 10ms);
    }
    for (auto i = services.size() * 55 / 100; i < services.size() * 60 / 100; ++i)
        setState(m_room->registry, services.at(i), RunState::Starting, Cause::Command, 0s);
    for (auto i = services.size() * 60 / 100; i < services.size(); ++i)
        setState(m_room->registry, services.at(i), RunState::Waiting, Cause::Dependency, 0s);
}

/// What is left comes up, a stop is over and folded, and one that nobody needed was stopped just now.
void OperationPictures::end()
{
    Operations &operations = m_window->actionsOnServices().operations();
    done(id("harvest"), 1s);
    done(id("bitchat"), 1s);
    m_room->commands.end({Verdict::Failed, QStringLiteral("'onion' did not come up: exit 1")});
    m_window->model().flush();
    m_window->selection().selectOnly(id("bitchat"));
    m_window->actionsOnServices().action(Verb::Stop)->trigger();
    setState(m_room->registry, id("bitchat"), RunState::Stopping, Cause::Command, 0s, Goal::Down);
    m_later += 1s;
    setState(m_room->registry, id("bitchat"), RunState::Stopped, Cause::Command, 0s, Goal::Down);
    operations.model().noteAnswer(operations.model().operations().front().id, {});
    m_later += OperationModel::foldsAfter;
    operations.model().look();
}

void OperationPictures::saveDialogs(const QString &tone)
{
    if (m_services == 10)
        makeAllHealthy(m_room->registry);
    const auto picture = [&](ConsequenceDialog::Content content, const char *name) {
        ConsequenceDialog dialog(content);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        save(dialog, id(name) + tone);
    };
    const ServiceRegistry &registry = m_room->registry;
    const StopPlan plan = StopPlan::of(registry, {registry.order().at(5)});
    picture(Consequences::ofStop(registry, m_room->events, plan), "ask-stop");
    picture(Consequences::ofForceStop(registry, m_room->events, plan), "ask-force-stop");
    picture(
        Consequences::ofRestart(registry, m_room->events, plan, Consequences::Dependents::RestartToo), "ask-restart");
    picture(Consequences::ofAll(Consequences::All::Stop, registry, m_room->events, registry.order()), "ask-stop-all");
    picture(Consequences::ofAll(Consequences::All::Start, registry, m_room->events, registry.order()), "ask-start-all");
    ReloadOutcome outcome;
    outcome.added = {id("cache")};
    outcome.removed = {id("bitchat")};
    outcome.restarted = {id("edge"), id("onion")};
    outcome.untouched = 7;
    outcome.warnings = {QStringLiteral("fleet.yaml:41:7: optional dependency 'cachee' does not exist")};
    const auto reload = [&](const char *name) {
        ReloadDialog dialog(outcome, registry.fleetName());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        save(dialog, id(name) + tone);
    };
    reload("ask-reload");
    outcome.verdict = Verdict::Invalid;
    outcome.warnings.clear();
    outcome.faults = {QStringLiteral("fleet.yaml:12:5: unknown member 'comand'; did you mean 'command'?"),
        QStringLiteral("fleet.yaml:58:18: services depend on each other in a circle: onion -> vpn_coordinator -> "
                       "betanet -> onion; remove one of these dependencies")};
    outcome.cycles = {{id("onion"), id("vpn_coordinator"), id("betanet"), id("onion")}};
    reload("reload-faults");
}

} // namespace foghorn
