#include "ui/models/checklistmodel.h"

#include "ui/style/clockwords.h"
#include "ui/style/isolated.h"
#include "ui/style/shownzone.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include <QDateTime>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>
#include <QSize>

#include <algorithm>

namespace foghorn {

namespace {

StateLook lookOf(const CheckResult &check)
{
    if (!check.passed && check.healthAfter == Health::Unhealthy)
        return {StateFamily::Unhealthy, Silhouette::Cross, Badge::None, 0};
    if (!check.passed)
        return {StateFamily::Degraded, Silhouette::Warning, Badge::None, 0};
    return {StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
}

QString timeOf(const CheckResult &check)
{
    const QDateTime when = shownTime(check.at);
    const QString clock = exactClock(when.time());
    if (when.date() == shownToday())
        return clock;
    return QStringLiteral("%1 %2").arg(QLocale().toString(when.date(), QLocale::ShortFormat), clock);
}

} // namespace

CheckListModel::CheckListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

CheckListModel::~CheckListModel() = default;

int CheckListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_checks.size());
}

qsizetype CheckListModel::setChecks(const RingBuffer<CheckResult> &checks)
{
    std::vector<CheckResult> wanted = checks.tail(checks.size());
    std::reverse(wanted.begin(), wanted.end());
    const auto known = m_checks.empty() ? wanted.end() : std::find(wanted.begin(), wanted.end(), m_checks.front());
    const auto fresh = static_cast<int>(known - wanted.begin());
    const auto kept = static_cast<int>(wanted.end() - known);
    if (const int held = rowCount(); kept < held) { // the oldest go, or all of another service
        beginRemoveRows({}, kept, held - 1);
        m_checks.resize(static_cast<std::size_t>(kept));
        endRemoveRows();
    }
    if (fresh > 0) {
        beginInsertRows({}, 0, fresh - 1);
        m_checks = std::move(wanted);
        endInsertRows();
    }
    return fresh;
}

QVariant CheckListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CheckResult &check = this->check(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1   %2   %3")
            .arg(timeOf(check), check.passed ? Wording::response(check.responseTime) : tr("failed"),
                isolated(check.message));
    case Qt::DecorationRole:
        return glyphIcon(lookOf(check), StatePalette::forPalette(QGuiApplication::palette()));
    case Qt::SizeHintRole: // high enough to be hit
        return QSize(0, QFontMetrics(QGuiApplication::font()).height() * 7 / 4);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return readOut(index.row());
    default:
        return {};
    }
}

QString CheckListModel::readOut(int row) const
{
    const CheckResult &check = this->check(row);
    QStringList parts{timeOf(check), check.passed ? tr("passed") : tr("failed")};
    switch (check.healthAfter) {
    case Health::Healthy:
        parts.append(tr("healthy"));
        break;
    case Health::Degraded:
        parts.append(tr("degraded"));
        break;
    case Health::Unhealthy:
        parts.append(tr("unhealthy"));
        break;
    case Health::Unknown:
        break;
    }
    parts.append(check.timedOut ? tr("timeout after %1").arg(Wording::response(check.responseTime))
                                : Wording::response(check.responseTime));
    if (!check.message.isEmpty())
        parts.append(isolated(check.message));
    parts.append(tr("check %1 of %2").arg(rowCount() - row).arg(rowCount()));
    return parts.join(QStringLiteral(", "));
}

} // namespace foghorn
