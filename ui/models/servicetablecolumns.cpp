// What the columns of the table of services say.
#include "ui/models/servicetablemodel.h"

#include "ui/style/clockwords.h"
#include "ui/style/isolated.h"
#include "ui/style/shownzone.h"
#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QDateTime>
#include <QFont>
#include <QLocale>

namespace foghorn {

namespace {

QString unknown() { return QStringLiteral("—"); }

QString clockOf(WallTime time)
{
    const QDateTime when = shownTime(time);
    return when.date() == shownToday() ? exactClock(when.time()) : Wording::clock(time);
}

bool isSet(WallTime time) { return time.time_since_epoch().count() != 0; }

} // namespace

QVariant ServiceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ServiceRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case RawRole: {
        const SortValue value = sortValueOf(row, index.column());
        if (!value.isKnown)
            return {};
        return value.text.isEmpty() ? QVariant(value.number) : QVariant(value.text);
    }
    case IdRole:
        return row.id;
    case LookRole:
        return QVariant::fromValue(row.look);
    case MarksRole:
        return row.marks;
    case SecondLineRole:
        return secondLine(row);
    case Qt::FontRole:
        if (index.column() == Name && row.facts.critical) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((isNumber(index.column()) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(row, index.column());
    default:
        return {};
    }
}

QString ServiceTableModel::display(const ServiceRow &row, int column) const
{
    const auto count = [](qint64 number) { return QLocale().toString(number); };
    switch (column) {
    case Status:
        return row.checking ? tr("Checking…") : row.state;
    case Name:
        return printable(row.id);
    case Uptime: {
        const std::optional<double> share = uptime(row.id, m_uptimeWindow);
        return share ? Wording::percent(*share) : unknown();
    }
    case Response: {
        const auto time = responseOf(row);
        return time ? Wording::response(*time) : unknown();
    }
    case Layer:
        return row.external ? unknown() : count(row.layer);
    case Needs: {
        const int met = satisfiedNeeds(row);
        if (row.needs == 0)
            return count(0);
        //: of what a service needs; %1 is a number
        return met == row.needs ? tr("%1 ✓").arg(row.needs) : tr("%1 of %2 ✕").arg(met).arg(row.needs);
    }
    case NeededBy:
        return count(row.neededBy);
    case Restarts:
        return row.maxAttempts > 0
            ? tr("%1 / %2", "restarts used / allowed").arg(row.restartAttempts).arg(row.maxAttempts)
            : unknown();
    case Since:
        return isSet(row.since) ? Wording::age(m_now - row.since) : unknown();
    case Why: // a well row needs no reason; the details say it
        return isCalm(row) ? QString() : row.why;
    case LastError:
        return row.lastError.isEmpty() ? unknown() : printable(row.lastError);
    case Cpu:
    case Memory: {
        const RegistryEntry *entry = m_registry.find(row.id);
        if (!entry || entry->use.processes == 0)
            return unknown();
        return column == Cpu ? Wording::percent(entry->use.cpuPercent, 1)
                             : QLocale().formattedDataSize(entry->use.memory, 1, QLocale::DataSizeIecFormat);
    }
    case Pid:
        return row.pid > 0 ? QString::number(row.pid) : unknown();
    case LastCheck:
        return row.lastCheckAt ? clockOf(*row.lastCheckAt) : unknown();
    case NextCheck: {
        const std::optional<WallTime> at = nextCheckOf(row);
        return at ? clockOf(*at) : unknown();
    }
    case Tags:
        return row.tags.isEmpty() ? unknown() : printable(row.tags.join(QStringLiteral(", ")));
    default:
        return {};
    }
}

QString ServiceTableModel::secondLine(const ServiceRow &row)
{
    const QString place = row.external ? tr("Registered itself") : tr("Layer %1").arg(row.layer);
    if (row.tags.isEmpty())
        return place;
    return QStringLiteral("%1 · %2").arg(place, isolated(row.tags.join(QStringLiteral(", "))));
}

/// For tooltips and readers: what the cell has no room for.
QString ServiceTableModel::spoken(const ServiceRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.facts.critical ? tr("%1, critical").arg(isolated(row.id)) : isolated(row.id);
    case Checks:
        return spokenMarks(row.marks);
    case Since:
        return isSet(row.since) ? tr("Since %1").arg(Wording::clock(row.since)) : unknown();
    case Why:
        return row.why;
    case Needs:
        return tr("Needs %1, of which %2 are there").arg(row.needs).arg(satisfiedNeeds(row));
    default:
        return display(row, column);
    }
}

QVariant ServiceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((isNumber(section) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole || role == Qt::StatusTipRole)
        return columnTip(section);
    return role == Qt::DisplayRole ? QVariant(titleOf(section)) : QVariant();
}

QString ServiceTableModel::titleOf(int column) const
{
    switch (column) {
    case Status:
        return tr("Status", "column");
    case Name:
        return tr("Name", "column");
    case Checks:
        return tr("Last 100 checks", "column");
    case Uptime:
        return m_uptimeWindow == UptimeWindow::Hour ? tr("Uptime 1 h", "column")
            : m_uptimeWindow == UptimeWindow::Day   ? tr("Uptime 24 h", "column")
                                                    : tr("Uptime 7 d", "column");
    case Response:
        return m_responseKind == ResponseKind::Last ? tr("Response", "column: time of the last answer")
            : m_responseKind == ResponseKind::Mean  ? tr("Response avg", "column: average time of the last answers")
                                                    : tr("Response p95", "column: 95th percentile of answer times");
    case Layer:
        return tr("Layer", "column: of the dependency graph");
    case Needs:
        return tr("Needs", "column: how many services it needs");
    case NeededBy:
        return tr("Needed by", "column: how many services need it");
    case Restarts:
        return tr("Restarts", "column: used / allowed");
    case Since:
        return tr("Since", "column: age of the state");
    case Why:
        return tr("Why", "column: reason of the state");
    case LastError:
        return tr("Last error", "column");
    case Cpu:
        return tr("CPU", "column: share of one processor");
    case Memory:
        return tr("Memory", "column");
    case Pid:
        return tr("PID", "column: number of the main process");
    case LastCheck:
        return tr("Last check", "column: time of day");
    case NextCheck:
        return tr("Next check", "column: time of day");
    case Tags:
        return tr("Tags", "column: labels of a service");
    default:
        return {};
    }
}

QString ServiceTableModel::columnTip(int column) const
{
    switch (column) {
    case Status:
        return tr("What it does and how it is; sorted, the worst come first");
    case Name:
        return tr("The name in the fleet file; critical services are bold");
    case Checks:
        return tr("The last 100 checks, the newest at the end");
    case Uptime:
        return tr("Share of the time in which it was up; planned stops do not count");
    case Response:
        return tr("How long its check took to answer: the last one, or the average or 95th percentile of the last 100");
    case Layer:
        return tr("How far it is from the services that need nothing");
    case Needs:
        return tr("How many services it needs, and whether they are there");
    case NeededBy:
        return tr("How many services need it");
    case Restarts:
        return tr("Automatic restarts used and allowed; those by hand do not count");
    case Since:
        return tr("For how long it has been in its state");
    case Why:
        return tr("Why it is in its state");
    case LastError:
        return tr("What last went wrong in starting or stopping it");
    case Cpu:
        return tr("What its processes use, in percent of one processor");
    case Memory:
        return tr("What its processes hold in memory");
    case Pid:
        return tr("The number of its main process");
    case LastCheck:
        return tr("When it was last checked");
    case NextCheck:
        return tr("When it is checked next");
    case Tags:
        return tr("Its labels in the fleet file");
    default:
        return {};
    }
}

} // namespace foghorn
