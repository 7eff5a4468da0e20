#include "app/controlroom/alertroom.h"

namespace foghorn {

AlertRoom::AlertRoom(const QString &stateDirectory, const QString &fleet, QList<QByteArray> environment,
    ServiceRegistry &registry, EventLog &events, StateStore &store, QObject *parent)
    : QObject(parent)
    , m_events(events)
    , m_file(stateDirectory + QStringLiteral("/alerts.json"))
    , m_desk(registry, m_board, events)
    , m_dispatcher(m_board, fleet, std::move(environment))
    , m_disk(stateDirectory)
    , m_history(store)
{
    m_saveSoon.setSingleShot(true);
    connect(&m_saveSoon, &QTimer::timeout, this, &AlertRoom::save);
    const auto saveSoon = [this] {
        if (!m_saveSoon.isActive())
            m_saveSoon.start(0);
    };
    connect(&m_desk, &AlertDesk::happened, &m_dispatcher, &AlertDispatcher::tell);
    connect(&m_desk, &AlertDesk::changed, this, saveSoon);
    connect(&m_dispatcher, &AlertDispatcher::outboxChanged, this, saveSoon);
    connect(&m_dispatcher, &AlertDispatcher::noticed, this, &AlertRoom::note);
    connect(&m_file, &AlertFile::writeFailed, this, &AlertRoom::note);
    connect(&m_file, &AlertFile::shortened, this, &AlertRoom::note);
    connect(&m_disk, &DiskWatch::problemChanged, &m_desk, &AlertDesk::setDiskProblem);
    connect(&m_history, &HistoryWatch::problemChanged, &m_desk, &AlertDesk::setWriteProblem);
}

AlertRoom::~AlertRoom()
{
    m_desk.look();
    save();
}

void AlertRoom::begin(const AlertsSpec &spec)
{
    const SavedAlerts saved = m_file.load(Now::read().wall);
    m_desk.restore(saved);
    setSpec(spec);
    m_dispatcher.restore(saved.outbox);
    m_desk.begin();
}

void AlertRoom::setSpec(const AlertsSpec &spec)
{
    m_desk.setRules(spec.rules);
    m_dispatcher.setSinks(spec);
    m_disk.setFloor(spec.rules.diskFree);
}

void AlertRoom::save()
{
    SavedAlerts saved = m_desk.saved();
    saved.outbox = m_dispatcher.waiting();
    m_file.save(saved);
}

void AlertRoom::note(const QString &message)
{
    Event event;
    event.at = Now::read().wall;
    event.kind = EventKind::Alert;
    event.message = message;
    m_events.append(std::move(event));
}

} // namespace foghorn
