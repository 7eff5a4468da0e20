#include "ui/models/servicetablemodel.h"

#include <algorithm>
#include <utility>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto ShownInterval = 100ms;
constexpr auto HiddenInterval = 1s;

bool isCountedBySeconds(const ServiceRow &row) { return row.look.family == StateFamily::Busy; }

} // namespace

ServiceTableModel::ServiceTableModel(const ServiceRegistry &registry, QObject *parent)
    : QAbstractTableModel(parent)
    , m_registry(registry)
    , m_now(Now::read().wall)
{
    m_applyTimer.setSingleShot(true);
    m_applyTimer.setInterval(ShownInterval);
    connect(&m_applyTimer, &QTimer::timeout, this, &ServiceTableModel::flush);
    connect(&m_ageTimer, &QTimer::timeout, this, &ServiceTableModel::onAgeTimer);
    connect(&registry, &ServiceRegistry::outlineChanged, this, &ServiceTableModel::onOutlineChanged);
    connect(&registry, &ServiceRegistry::statusChanged, this,
        [this](const ServiceStatus &, const ServiceStatus &now) { markDirty(now.service); });
    connect(&registry, &ServiceRegistry::healthChanged, this, [this](const ServiceId &service) { markDirty(service); });
    connect(&registry, &ServiceRegistry::checkRecorded, this,
        [this](const CheckResult &result) { markDirty(result.service); });
    connect(&registry, &ServiceRegistry::useRecorded, this, &ServiceTableModel::onUseRecorded);
    onOutlineChanged();
    updateAgeTimer();
}

ServiceTableModel::~ServiceTableModel() = default;

int ServiceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ServiceTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

int ServiceTableModel::rowOfService(const ServiceId &service) const { return m_index.value(service, -1); }

void ServiceTableModel::setHidden(bool hidden)
{
    const std::chrono::milliseconds interval = hidden ? std::chrono::milliseconds(HiddenInterval) : ShownInterval;
    if (m_applyTimer.intervalAsDuration() == interval)
        return;
    const bool pending = m_applyTimer.isActive();
    m_applyTimer.setInterval(interval);
    if (!hidden && pending)
        flush();
}

void ServiceTableModel::setChecking(const QSet<ServiceId> &services)
{
    const QSet<ServiceId> before = std::exchange(m_checking, services);
    if (before == m_checking)
        return;
    m_dirty.unite(before + m_checking);
    flush();
}

void ServiceTableModel::setRemembered(bool remembered)
{
    if (m_isRemembered == remembered)
        return;
    m_isRemembered = remembered;
    for (const ServiceRow &each : m_rows)
        m_dirty.insert(each.id);
    flush();
}

ServiceRow ServiceTableModel::freshRow(const RegistryEntry &entry) const
{
    ServiceRow row = foghorn::rowOf(entry, m_now);
    return m_isRemembered ? remembered(std::move(row)) : row;
}

void ServiceTableModel::markDirty(const ServiceId &service)
{
    m_dirty.insert(service);
    if (!m_applyTimer.isActive())
        m_applyTimer.start();
}

void ServiceTableModel::onOutlineChanged()
{
    const QList<ServiceId> order = m_registry.order();
    removeGone(QSet<ServiceId>(order.cbegin(), order.cend()));
    insertMissing(order);
    m_dirty.unite(QSet<ServiceId>(order.cbegin(), order.cend()));
    flush();
}

void ServiceTableModel::removeGone(const QSet<ServiceId> &wanted)
{
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        if (wanted.contains(row(last).id))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(row(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        rebuildIndex();
        endRemoveRows();
        last = first;
    }
}

void ServiceTableModel::insertMissing(const QList<ServiceId> &order)
{
    for (int at = 0; at < order.size(); ++at) {
        if (at < static_cast<int>(m_rows.size()) && row(at).id == order.at(at))
            continue;
        const int known = rowOfService(order.at(at));
        if (known > at) { // the file's order changed
            beginMoveRows({}, known, known, {}, at);
            std::rotate(m_rows.begin() + at, m_rows.begin() + known, m_rows.begin() + known + 1);
            rebuildIndex();
            endMoveRows();
            continue;
        }
        int end = at + 1;
        while (end < order.size() && !m_index.contains(order.at(end)))
            ++end;
        std::vector<ServiceRow> fresh;
        for (int i = at; i < end; ++i) {
            if (const RegistryEntry *entry = m_registry.find(order.at(i)))
                fresh.push_back(freshRow(*entry));
        }
        if (fresh.empty())
            return;
        beginInsertRows({}, at, at + static_cast<int>(fresh.size()) - 1);
        m_rows.insert(m_rows.begin() + at, fresh.begin(), fresh.end());
        rebuildIndex();
        endInsertRows();
        at += static_cast<int>(fresh.size()) - 1;
    }
}

void ServiceTableModel::rebuildIndex()
{
    m_index.clear();
    m_index.reserve(static_cast<qsizetype>(m_rows.size()));
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_index.insert(m_rows[i].id, static_cast<int>(i));
}

void ServiceTableModel::flush()
{
    m_applyTimer.stop();
    m_now = Now::read().wall;
    QList<int> changed;
    for (const ServiceId &id : std::as_const(m_dirty)) {
        const int at = rowOfService(id);
        const RegistryEntry *entry = m_registry.find(id);
        if (at < 0 || !entry)
            continue;
        ServiceRow fresh = freshRow(*entry);
        fresh.checking = m_checking.contains(id);
        if (fresh == row(at))
            continue;
        m_rows[static_cast<std::size_t>(at)] = std::move(fresh);
        changed.append(at);
    }
    m_dirty.clear();
    std::sort(changed.begin(), changed.end());
    emitChanged(changed);
    emitDependents(changed);
    updateAgeTimer();
    Q_EMIT refreshed(changed);
}

/// How many of its needs are met shows in the rows of those that need a changed one.
void ServiceTableModel::emitDependents(const QList<int> &rows)
{
    QSet<int> affected;
    for (const int at : rows) {
        const RegistryEntry *entry = m_registry.find(row(at).id);
        if (!entry)
            continue;
        for (const ServiceId &id : entry->info.dependents)
            affected.insert(rowOfService(id));
    }
    for (const int at : rows)
        affected.remove(at);
    affected.remove(-1);
    for (const int at : std::as_const(affected))
        Q_EMIT dataChanged(index(at, Needs), index(at, Needs), {Qt::DisplayRole, Qt::AccessibleTextRole});
}

/// All at once every few seconds: shown, but no news that anybody else would have to act on.
void ServiceTableModel::onUseRecorded()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Cpu), index(rowCount() - 1, Memory), {Qt::DisplayRole, Qt::AccessibleTextRole});
}

void ServiceTableModel::setUptimeWindow(UptimeWindow window)
{
    if (m_uptimeWindow == window)
        return;
    m_uptimeWindow = window;
    Q_EMIT headerDataChanged(Qt::Horizontal, Uptime, Uptime);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Uptime), index(rowCount() - 1, Uptime));
}

void ServiceTableModel::setResponseKind(ResponseKind kind)
{
    if (m_responseKind == kind)
        return;
    m_responseKind = kind;
    Q_EMIT headerDataChanged(Qt::Horizontal, Response, Response);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Response), index(rowCount() - 1, Response));
}

void ServiceTableModel::emitChanged(const QList<int> &rows)
{
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows.at(end) == rows.at(end - 1) + 1)
            ++end;
        Q_EMIT dataChanged(index(rows.at(i), 0), index(rows.at(end - 1), ColumnCount - 1));
        i = end;
    }
}

void ServiceTableModel::updateAgeTimer()
{
    // Young ages are shown in seconds, and a second that stands still looks like a hung program.
    const bool busy = std::any_of(m_rows.cbegin(), m_rows.cend(),
        [this](const ServiceRow &row) { return isCountedBySeconds(row) || m_now - row.since < 1min; });
    const std::chrono::milliseconds interval = busy ? 1s : 10s;
    if (!m_ageTimer.isActive() || m_ageTimer.intervalAsDuration() != interval)
        m_ageTimer.start(interval);
}

void ServiceTableModel::onAgeTimer()
{
    m_now = Now::read().wall;
    if (m_rows.empty())
        return;
    for (const ServiceRow &each : m_rows) { // a stop that takes too long changes its look with time alone
        if (isCountedBySeconds(each))
            m_dirty.insert(each.id);
    }
    if (!m_dirty.isEmpty())
        flush();
    Q_EMIT dataChanged(index(0, Uptime), index(rowCount() - 1, NextCheck), {Qt::DisplayRole, Qt::AccessibleTextRole});
    updateAgeTimer();
}

} // namespace foghorn
