#include "ui/models/servicefiltermodel.h"

#include "ui/models/servicetablemodel.h"

#include <algorithm>
#include <compare>

namespace foghorn {

namespace {

int sign(std::strong_ordering order) { return order < 0 ? -1 : (order > 0 ? 1 : 0); }

/// The C locale compares bytes and knows no numbers.
QLocale collationLocale() { return QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale(); }

} // namespace

ServiceFilterModel::ServiceFilterModel(ServiceTableModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_collator(collationLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(false);
    setSourceModel(&model);
    sort(ServiceTableModel::Status, Qt::AscendingOrder);
}

ServiceFilterModel::~ServiceFilterModel() = default;

void ServiceFilterModel::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
    sortNow();
}

const ServiceRow &ServiceFilterModel::serviceRow(int proxyRow) const
{
    return m_model.row(mapToSource(index(proxyRow, 0)).row());
}

bool ServiceFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const ServiceRow &row = m_model.row(sourceRow);
    return std::all_of(m_words.cbegin(), m_words.cend(), [&row](const QString &word) {
        return row.searchText.contains(word) || row.state.contains(word, Qt::CaseInsensitive)
            || row.why.contains(word, Qt::CaseInsensitive);
    });
}

int ServiceFilterModel::compare(const ServiceRow &left, const ServiceRow &right) const
{
    const int column = sortColumn();
    int order = 0;
    if (column == ServiceTableModel::Status) {
        order = sign(right.look.severity <=> left.look.severity); // ascending means: the worst first
    } else if (column != ServiceTableModel::Name) {
        const auto raw = [this, column](const ServiceRow &row) {
            return m_model.index(m_model.rowOfService(row.id), column).data(ServiceTableModel::RawRole);
        };
        const QVariant a = raw(left);
        const QVariant b = raw(right);
        if (a.isValid() != b.isValid()) // nothing known: always at the end
            order = (a.isValid() ? -1 : 1) * (sortOrder() == Qt::AscendingOrder ? 1 : -1);
        else if (column == ServiceTableModel::Why)
            order = m_collator.compare(a.toString(), b.toString());
        else
            order = sign(a.toLongLong() <=> b.toLongLong());
    }
    if (order == 0 && column == ServiceTableModel::Status)
        order = sign(left.since <=> right.since);
    return order != 0 ? order : m_collator.compare(left.id, right.id);
}

bool ServiceFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return compare(m_model.row(left.row()), m_model.row(right.row())) < 0;
}

bool ServiceFilterModel::needsSorting() const
{
    const int wrong = sortOrder() == Qt::AscendingOrder ? 1 : -1;
    for (int row = 1; row < rowCount(); ++row) {
        if (compare(serviceRow(row - 1), serviceRow(row)) * wrong > 0)
            return true;
    }
    return false;
}

void ServiceFilterModel::sortNow()
{
    if (needsSorting())
        sort(sortColumn(), sortOrder());
}

} // namespace foghorn
