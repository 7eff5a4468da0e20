// What the columns of AlertTableModel show.
#include "ui/models/alerttablemodel.h"

#include "ui/models/alertwords.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/registry/alertboard.h"

namespace foghorn {

QVariant AlertTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Count) // as its numbers
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Severity:
        return tr("Severity");
    case Since:
        return tr("Since");
    case Service:
        return tr("Service");
    case What:
        return tr("What");
    case Why:
        return tr("Affects");
    case Count:
        return tr("Count");
    case State:
        return tr("State");
    default:
        return {};
    }
}

QVariant AlertTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const AlertRow &row = this->row(index.row());
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == LookRole)
        return QVariant::fromValue(lookOf(row));
    if (role == Qt::AccessibleTextRole)
        return spokenRow(index.row());
    if (role == Qt::ToolTipRole && index.column() != Severity)
        return text(row, index.column()).toHtmlEscaped();
    if (role == Qt::TextAlignmentRole && index.column() == Count)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

StateLook AlertTableModel::lookOf(const AlertRow &row) const
{
    if (!row.isRoot()) {
        const int service = m_services.rowOfService(row.affected);
        return service < 0 ? StateLook{} : m_services.row(service).look;
    }
    if (!row.alert.isFiring())
        return {StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
    if (row.alert.severity == AlertSeverity::Critical)
        return {StateFamily::Unhealthy, Silhouette::Cross, Badge::None, DownSeverity};
    return {StateFamily::Degraded, Silhouette::Warning, Badge::None, AttentionSeverity};
}

QString AlertTableModel::text(const AlertRow &row, int column) const
{
    const Alert &alert = row.alert;
    switch (column) {
    case Severity:
        if (!row.isRoot()) {
            const int service = m_services.rowOfService(row.affected);
            return service < 0 ? tr("Gone") : m_services.row(service).shortState;
        }
        if (!alert.isFiring())
            return tr("Resolved");
        return alert.severity == AlertSeverity::Critical ? tr("Critical") : tr("Warning");
    case Since:
        if (!row.isRoot())
            return {};
        //: %1 is a time of day, %2 a duration
        return tr("%1 · %2").arg(Wording::clock(alert.since),
            Wording::age(alert.isFiring() ? Now::read().wall - alert.since
                                          : alert.duration.value_or(*alert.resolvedAt - alert.since)));
    case Service:
        if (!row.isRoot())
            return QStringLiteral("      ") + row.affected;
        if (alert.affected.isEmpty())
            return QStringLiteral("    ") + (alert.service.isEmpty() ? tr("This machine") : alert.service);
        return (row.isOpen ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + alert.service;
    case What:
        return row.isRoot() ? alertWords(alert) : tr("Affected by %1").arg(alert.service);
    case Why:
        if (!row.isRoot())
            return {};
        return alert.affected.isEmpty() ? tr("Nobody else") : Wording::list(alert.affected, 2);
    case Count:
        return row.isRoot() && alert.count > 1 ? QStringLiteral("×%1").arg(alert.count) : QString();
    case State:
        return row.isRoot() ? stateOf(alert) : QString();
    default:
        return {};
    }
}

QString AlertTableModel::stateOf(const Alert &alert) const
{
    if (!alert.isFiring())
        return tr("Over since %1").arg(Wording::clock(*alert.resolvedAt));
    if (alert.mutedUntil)
        return tr("Muted until %1").arg(Wording::clock(*alert.mutedUntil));
    if (alert.inMaintenance) {
        const auto until = m_board.maintenance().constFind(alert.service);
        return until == m_board.maintenance().constEnd() ? tr("Maintenance")
                                                         : tr("Maintenance until %1").arg(Wording::clock(*until));
    }
    if (!alert.acknowledgedBy.isEmpty())
        return tr("Seen by %1").arg(isolated(alert.acknowledgedBy.left(64)));
    return tr("New");
}

QString AlertTableModel::spokenRow(int row) const
{
    const AlertRow &spoken = this->row(row);
    if (!spoken.isRoot())
        return tr("%1, %2, affected by %3")
            .arg(spoken.affected, text(spoken, Severity).toLower(), spoken.alert.service);
    //: for screen readers: severity, time, service, what, whom it affects, state
    return tr("%1, since %2, %3: %4, affects %5, %6")
        .arg(text(spoken, Severity).toLower(), Wording::clock(spoken.alert.since),
            spoken.alert.service.isEmpty() ? tr("this machine") : spoken.alert.service, alertWords(spoken.alert),
            spoken.alert.affected.isEmpty() ? tr("nobody else") : text(spoken, Why), stateOf(spoken.alert).toLower());
}

QString AlertTableModel::lastResolved() const
{
    const Alert *last = nullptr;
    for (const auto &[id, alert] : m_board.alerts()) {
        if (!alert.isFiring() && (!last || *alert.resolvedAt > *last->resolvedAt))
            last = &alert;
    }
    if (!last)
        return {};
    //: %1 is a service, %2 when, %3 how long
    return tr("Last one: %1, %2 – lasted %3.")
        .arg(last->service.isEmpty() ? tr("this machine") : last->service, Wording::clock(last->since),
            Wording::age(last->duration.value_or(*last->resolvedAt - last->since)));
}

} // namespace foghorn
