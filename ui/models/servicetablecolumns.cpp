// What the columns of the table of services say.
#include "ui/models/servicetablemodel.h"

#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QFont>

namespace foghorn {

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

} // namespace foghorn
