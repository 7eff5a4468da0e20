#include "ui/models/servicefiltermodel.h"

#include "ui/models/servicetablemodel.h"

#include <algorithm>

namespace foghorn {

namespace {

/// The C locale compares bytes and knows no numbers.
QLocale collationLocale() { return QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale(); }

template<typename T> int order(const T &left, const T &right) { return left < right ? -1 : (right < left ? 1 : 0); }

} // namespace

ServiceFilterModel::ServiceFilterModel(ServiceTableModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_collator(collationLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(false);
    // Before the base is connected: it compares rows as soon as it hears of them.
    const auto forgetKeys = [this] { m_keys.clear(); };
    const auto forgetAll = [this] {
        m_keys.clear();
        m_names.clear();
    };
    connect(&model, &QAbstractItemModel::dataChanged, this, forgetKeys);
    connect(&model, &QAbstractItemModel::rowsInserted, this, forgetAll);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, forgetAll);
    connect(&model, &QAbstractItemModel::rowsMoved, this, forgetAll);
    setSourceModel(&model);
    sort(ServiceTableModel::Status, Qt::AscendingOrder);
}

ServiceFilterModel::~ServiceFilterModel() = default;

void ServiceFilterModel::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_filter = ServiceFilter::parse(text);
    m_isHeld = false;
    invalidateFilter();
    sortNow();
}

int ServiceFilterModel::sourceRow(int proxyRow) const { return mapToSource(index(proxyRow, 0)).row(); }

const ServiceRow &ServiceFilterModel::serviceRow(int proxyRow) const { return m_model.row(sourceRow(proxyRow)); }

bool ServiceFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const ServiceRow &row = m_model.row(sourceRow);
    return m_isHeld ? m_heldRows.contains(row.id) : m_filter.matches(row);
}

void ServiceFilterModel::setHeld(bool held)
{
    if (held == m_isHeld)
        return;
    m_heldRows.clear();
    for (int row = 0; held && row < rowCount(); ++row)
        m_heldRows.insert(serviceRow(row).id);
    m_isHeld = held;
    if (!held && !m_filter.terms().isEmpty())
        invalidateFilter();
}

void ServiceFilterModel::prepareNames() const
{
    const std::size_t count = m_model.rows().size();
    if (m_names.size() == count)
        return;
    std::vector<std::pair<QCollatorSortKey, int>> byName;
    byName.reserve(count);
    for (std::size_t row = 0; row < count; ++row)
        byName.emplace_back(m_collator.sortKey(m_model.rows()[row].id), static_cast<int>(row));
    std::sort(byName.begin(), byName.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_names.resize(count);
    for (std::size_t place = 0; place < count; ++place)
        m_names[static_cast<std::size_t>(byName[place].second)] = static_cast<int>(place);
}

/// Once for all rows, so that comparing costs next to nothing.
void ServiceFilterModel::prepareKeys() const
{
    prepareNames();
    const std::size_t count = m_model.rows().size();
    if (m_keys.size() == count && m_keyColumn == sortColumn())
        return;
    m_keyColumn = sortColumn();
    m_keys.resize(count);
    for (std::size_t row = 0; row < count; ++row) {
        SortKey key;
        key.name = m_names[row];
        key.isKnown = true;
        if (m_keyColumn != ServiceTableModel::Name) {
            auto value = m_model.sortValue(static_cast<int>(row), m_keyColumn);
            key.isKnown = value.isKnown;
            key.number = value.number;
            key.text = std::move(value.text);
        }
        if (m_keyColumn == ServiceTableModel::Status)
            key.since = static_cast<double>(m_model.rows()[row].since.time_since_epoch().count());
        m_keys[row] = std::move(key);
    }
}

int ServiceFilterModel::compare(int left, int right) const
{
    prepareKeys();
    const SortKey &a = m_keys[static_cast<std::size_t>(left)];
    const SortKey &b = m_keys[static_cast<std::size_t>(right)];
    if (a.isKnown != b.isKnown) // nothing known: always at the end
        return (a.isKnown ? -1 : 1) * (sortOrder() == Qt::AscendingOrder ? 1 : -1);
    int found = order(a.number, b.number);
    if (found == 0 && !a.text.isEmpty())
        found = m_collator.compare(a.text, b.text);
    if (found == 0)
        found = order(a.since, b.since);
    return found != 0 ? found : order(a.name, b.name);
}

bool ServiceFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return compare(left.row(), right.row()) < 0;
}

bool ServiceFilterModel::isRestless() const
{
    switch (sortColumn()) {
    case ServiceTableModel::Checks:
    case ServiceTableModel::Uptime:
    case ServiceTableModel::Response:
    case ServiceTableModel::Cpu:
    case ServiceTableModel::Memory:
    case ServiceTableModel::LastCheck:
    case ServiceTableModel::NextCheck:
        return true;
    default:
        return false;
    }
}

bool ServiceFilterModel::needsSorting() const
{
    if (m_isHeld) {
        qsizetype wanted = 0;
        for (const ServiceRow &row : m_model.rows()) {
            const bool isWanted = m_filter.matches(row);
            if (isWanted != m_heldRows.contains(row.id))
                return true;
            wanted += isWanted ? 1 : 0;
        }
        if (wanted != rowCount())
            return true;
    }
    const int wrong = sortOrder() == Qt::AscendingOrder ? 1 : -1;
    int before = rowCount() > 0 ? sourceRow(0) : -1;
    for (int row = 1; row < rowCount(); ++row) {
        const int now = sourceRow(row);
        if (compare(before, now) * wrong > 0)
            return true;
        before = now;
    }
    return false;
}

void ServiceFilterModel::sortNow()
{
    setHeld(false);
    if (needsSorting())
        sort(sortColumn(), sortOrder());
}

} // namespace foghorn
