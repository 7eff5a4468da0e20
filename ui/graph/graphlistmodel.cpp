#include "ui/graph/graphlistmodel.h"

#include "ui/models/servicetablemodel.h"
#include "ui/style/wording.h"

#include <algorithm>

namespace foghorn {

namespace {

constexpr qsizetype MostNamed = 8;

} // namespace

GraphListModel::GraphListModel(const ServiceRegistry &registry, const ServiceTableModel &services, QObject *parent)
    : QAbstractListModel(parent)
    , m_registry(registry)
    , m_services(services)
{
    connect(&services, &ServiceTableModel::refreshed, this, &GraphListModel::onRefreshed);
    onRefreshed({});
}

GraphListModel::~GraphListModel() = default;

int GraphListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

const ServiceRow *GraphListModel::service(int line) const
{
    const int row = m_services.rowOfService(m_lines[static_cast<std::size_t>(line)].service);
    return row < 0 ? nullptr : &m_services.row(row);
}

int GraphListModel::lineOf(const ServiceId &service) const { return m_index.value(service, -1); }

QString GraphListModel::title(int line) const
{
    const int wanted = layer(line);
    const auto count = std::count_if(m_lines.cbegin(), m_lines.cend(),
        [wanted](const Line &each) { return each.layer == wanted && !each.service.isEmpty(); });
    //: %1 the number of a layer
    return tr("Layer %1 · %Ln services", nullptr, static_cast<int>(count)).arg(wanted);
}

QString GraphListModel::neighbours(const ServiceId &service) const
{
    const RegistryEntry *entry = m_registry.find(service);
    if (!entry)
        return {};
    QStringList parts;
    if (!entry->info.required.isEmpty())
        parts.append(tr("needs %1").arg(Wording::services(entry->info.required, MostNamed)));
    if (!entry->info.optional.isEmpty())
        //: services that it can do without
        parts.append(tr("wants %1").arg(Wording::services(entry->info.optional, MostNamed)));
    if (!entry->info.dependents.isEmpty())
        parts.append(tr("needed by %1").arg(Wording::services(entry->info.dependents, MostNamed)));
    return parts.isEmpty() ? tr("needs nothing, and nothing needs it") : parts.join(QStringLiteral(" · "));
}

QVariant GraphListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ServiceRow *row = service(index.row());
    if (role == Qt::DisplayRole)
        return row ? neighbours(row->id) : title(index.row());
    if (role == Qt::AccessibleTextRole)
        return row ? spokenNode(*row) + QStringLiteral(", ") + neighbours(row->id) : title(index.row());
    return {};
}

std::vector<GraphListModel::Line> GraphListModel::linesNow() const
{
    std::vector<Line> lines;
    for (const ServiceRow &row : m_services.rows())
        lines.push_back({row.external ? 0 : row.layer, row.id});
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.layer < b.layer; });
    std::vector<Line> all;
    for (Line &line : lines) {
        if (all.empty() || all.back().layer != line.layer)
            all.push_back({line.layer, {}});
        all.push_back(std::move(line));
    }
    return all;
}

void GraphListModel::onRefreshed(const QList<int> &rows)
{
    std::vector<Line> now = linesNow();
    if (now == m_lines) {
        for (const int row : rows) {
            const QModelIndex at = index(lineOf(m_services.row(row).id));
            Q_EMIT dataChanged(at, at);
        }
        return;
    }
    if (!m_lines.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_lines.clear();
        m_index.clear();
        endRemoveRows();
    }
    if (now.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(now.size()) - 1);
    m_lines = std::move(now);
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        if (!m_lines[line].service.isEmpty())
            m_index.insert(m_lines[line].service, static_cast<int>(line));
    }
    endInsertRows();
}

} // namespace foghorn
