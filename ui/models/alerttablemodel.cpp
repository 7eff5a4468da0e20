#include "ui/models/alerttablemodel.h"

#include "ui/style/wording.h"

#include "core/base/names.h"
#include "core/registry/alertboard.h"

#include <algorithm>
#include <chrono>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto applyAfter = 100ms;
constexpr auto agesEvery = 10s;

bool comesBefore(const Alert &left, const Alert &right)
{
    if (left.isFiring() != right.isFiring())
        return left.isFiring();
    if (!left.isFiring())
        return *left.resolvedAt != *right.resolvedAt ? *left.resolvedAt > *right.resolvedAt : left.id > right.id;
    if (left.severity != right.severity)
        return left.severity == AlertSeverity::Critical;
    return left.since != right.since ? left.since > right.since : left.id > right.id;
}

} // namespace

AlertTableModel::AlertTableModel(const AlertBoard &board, const ServiceTableModel &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_board(board)
    , m_services(services)
{
    m_applyTimer.setSingleShot(true);
    m_applyTimer.setInterval(applyAfter);
    m_ageTimer.setInterval(agesEvery);
    const auto later = [this] {
        if (!m_applyTimer.isActive())
            m_applyTimer.start();
    };
    connect(&board, &AlertBoard::alertChanged, this, later);
    connect(&board, &AlertBoard::maintenanceChanged, this, later);
    connect(&services, &ServiceTableModel::refreshed, this, later); // states of what is affected
    connect(&m_applyTimer, &QTimer::timeout, this, &AlertTableModel::refresh);
    connect(&m_ageTimer, &QTimer::timeout, this, [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, Since), index(rowCount() - 1, Since), {Qt::DisplayRole});
    });
    m_ageTimer.start();
    refresh();
}

AlertTableModel::~AlertTableModel() = default;

int AlertTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlertTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

std::vector<AlertRow> AlertTableModel::wantedRows() const
{
    std::vector<const Alert *> alerts;
    for (const auto &[id, alert] : m_board.alerts()) {
        if (alert.isFiring() || m_isResolvedShown)
            alerts.push_back(&alert);
    }
    std::sort(alerts.begin(), alerts.end(), [](const Alert *a, const Alert *b) { return comesBefore(*a, *b); });
    std::vector<AlertRow> rows;
    for (const Alert *alert : alerts) {
        const bool isOpen = m_open.contains(alert->id) && !alert->affected.isEmpty();
        rows.push_back({*alert, {}, isOpen});
        for (const ServiceId &affected : isOpen ? alert->affected : QList<ServiceId>())
            rows.push_back({*alert, affected, false});
    }
    return rows;
}

void AlertTableModel::refresh()
{
    m_applyTimer.stop();
    apply(wantedRows());
    Q_EMIT refreshed();
}

/// What is the same at both ends stays; between them rows go and come.
void AlertTableModel::apply(const std::vector<AlertRow> &wanted)
{
    const auto same = [](const AlertRow &left, const AlertRow &right) { return left.isSameAs(right); };
    const auto first = static_cast<int>(
        std::mismatch(m_rows.begin(), m_rows.end(), wanted.begin(), wanted.end(), same).first - m_rows.begin());
    int oldEnd = rowCount();
    int newEnd = static_cast<int>(wanted.size());
    while (oldEnd > first && newEnd > first && same(row(oldEnd - 1), wanted[static_cast<std::size_t>(newEnd - 1)])) {
        --oldEnd;
        --newEnd;
    }
    if (oldEnd > first) {
        beginRemoveRows({}, first, oldEnd - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + oldEnd);
        endRemoveRows();
    }
    if (newEnd > first) {
        beginInsertRows({}, first, newEnd - 1);
        m_rows.insert(m_rows.begin() + first, wanted.begin() + first, wanted.begin() + newEnd);
        endInsertRows();
    }
    m_rows = wanted;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AlertTableModel::setOpen(int row, bool open)
{
    if (row < 0 || row >= rowCount())
        return;
    const qint64 id = this->row(row).alert.id;
    if (open)
        m_open.insert(id);
    else
        m_open.remove(id);
    refresh();
}

void AlertTableModel::setResolvedShown(bool shown)
{
    m_isResolvedShown = shown;
    refresh();
}

} // namespace foghorn
