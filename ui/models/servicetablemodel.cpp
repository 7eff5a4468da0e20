#include "ui/models/servicetablemodel.h"

#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QFont>

#include <algorithm>

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

QVariant ServiceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ServiceRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case RawRole:
        return raw(row, index.column());
    case IdRole:
        return row.id;
    case LookRole:
        return QVariant::fromValue(row.look);
    case MarksRole:
        return row.marks;
    case Qt::FontRole:
        if (index.column() == Name && row.facts.critical) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == Response || index.column() == Layer || index.column() == Restarts
            || index.column() == Since)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    case Qt::ToolTipRole:
        return index.column() == Why ? row.why : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Checks ? spokenMarks(row.marks) : display(row, index.column());
    default:
        return {};
    }
}

QVariant ServiceTableModel::display(const ServiceRow &row, int column) const
{
    switch (column) {
    case Status:
        return row.state;
    case Name:
        return printable(row.id);
    case Response:
        return row.response ? Wording::response(*row.response) : QStringLiteral("–");
    case Layer:
        return row.external ? QStringLiteral("–") : QString::number(row.layer);
    case Restarts:
        if (row.maxAttempts > 0)
            return tr("%1 / %2", "restarts used / allowed").arg(row.restartAttempts).arg(row.maxAttempts);
        return QStringLiteral("–");
    case Since:
        return row.since.time_since_epoch().count() == 0 ? QStringLiteral("–") : Wording::age(m_now - row.since);
    case Why: // a well row needs no reason; the details say it
        return isCalm(row) ? QString() : row.why;
    default:
        return {};
    }
}

QVariant ServiceTableModel::raw(const ServiceRow &row, int column) const
{
    switch (column) {
    case Status:
        return row.look.severity;
    case Name:
        return row.id;
    case Checks: { // the worst in the window, then how often
        const auto count = [&row](CheckMark mark) { return row.marks.count(static_cast<char>(mark)); };
        return count(CheckMark::Unhealthy) * 1000 + count(CheckMark::Degraded);
    }
    case Response:
        return row.response ? QVariant(static_cast<qlonglong>(row.response->count())) : QVariant();
    case Layer:
        return row.layer;
    case Restarts:
        return row.restartAttempts;
    case Since:
        return static_cast<qlonglong>(row.since.time_since_epoch().count());
    case Why:
        return row.why;
    default:
        return {};
    }
}

QVariant ServiceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section >= Response && section <= Since;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Status:
        return tr("Status", "column");
    case Name:
        return tr("Name", "column");
    case Checks:
        return tr("Last 100 checks", "column");
    case Response:
        return tr("Response", "column: time of the last answer");
    case Layer:
        return tr("Layer", "column: of the dependency graph");
    case Restarts:
        return tr("Restarts", "column: used / allowed");
    case Since:
        return tr("Since", "column: age of the state");
    case Why:
        return tr("Why", "column: reason of the state");
    default:
        return {};
    }
}

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
                fresh.push_back(foghorn::rowOf(*entry, m_now));
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
        ServiceRow fresh = foghorn::rowOf(*entry, m_now);
        if (fresh == row(at))
            continue;
        m_rows[static_cast<std::size_t>(at)] = std::move(fresh);
        changed.append(at);
    }
    m_dirty.clear();
    std::sort(changed.begin(), changed.end());
    emitChanged(changed);
    updateAgeTimer();
    Q_EMIT refreshed(changed);
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
    const bool busy = std::any_of(m_rows.cbegin(), m_rows.cend(), isCountedBySeconds);
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
    Q_EMIT dataChanged(index(0, Since), index(rowCount() - 1, Since), {Qt::DisplayRole, Qt::AccessibleTextRole});
}

} // namespace foghorn
