#include "ui/charts/valuetable.h"

#include "core/base/names.h"

#include <QLocale>

#include <algorithm>

namespace foghorn {

namespace {

QString milliseconds(const std::optional<double> &value)
{
    return value ? QLocale().toString(*value, 'f', *value < 10 ? 1 : 0) : QStringLiteral("—");
}

} // namespace

ValueModel::ValueModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

ValueModel::~ValueModel() = default;

/// Rows come and go at the end and the others change: a reset would take the place of those who read.
void ValueModel::setValues(const QList<ServicePoints> &values, const TimeWindow &window)
{
    std::vector<Row> rows;
    for (const ServicePoints &service : values) {
        for (const ResponsePoint &point : service.points)
            rows.push_back({service.service, point});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.point.at > b.point.at; });
    const int before = rowCount();
    const auto after = static_cast<int>(rows.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows.resize(rows.size());
        endInsertRows();
    }
    m_window = window;
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    Q_EMIT dataChanged(index(0, 0), index(after - 1, ColumnCount - 1));
}

QString ValueModel::sentence(int row) const
{
    const Row &one = m_rows[static_cast<std::size_t>(row)];
    //: %1 a time, %2 a service, %3 and %4 milliseconds, %5 and %6 numbers of checks
    return tr("%1, %2: average %3 ms, p95 %4 ms, %5 checks, %6 failed")
        .arg(text(one, Time), text(one, Service), text(one, Average), text(one, P95), text(one, Checks),
            text(one, Failed));
}

int ValueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ValueModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ValueModel::text(const Row &row, int column) const
{
    switch (column) {
    case Time:
        return readableTime(row.point.at, m_window);
    case Service:
        return printable(row.service);
    case Average:
        return milliseconds(row.point.average);
    case P95:
        return milliseconds(row.point.p95);
    case Checks:
        return QLocale().toString(row.point.checks);
    case Failed:
        return QLocale().toString(row.point.checks - row.point.passed)
            + (row.point.timedOut ? tr(" (time-out)", "after a number of failed checks") : QString());
    default:
        return {};
    }
}

QVariant ValueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::DisplayRole)
        return text(m_rows[static_cast<std::size_t>(index.row())], index.column());
    if (role == Qt::TextAlignmentRole && index.column() >= Average)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    return {};
}

QVariant ValueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Average ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Service:
        return tr("Service");
    case Average:
        return tr("Average (ms)");
    case P95:
        return tr("p95 (ms)");
    case Checks:
        return tr("Checks");
    case Failed:
        return tr("Failed");
    default:
        return {};
    }
}

} // namespace foghorn
