#include "ui/style/shownzone.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <QVariant>

namespace foghorn {

namespace {

constexpr const char *Property = "foghornShownInUtc";

} // namespace

// Kept by the application itself: it lives as long as there is anything to show.
void setShownInUtc(bool utc) { QCoreApplication::instance()->setProperty(Property, utc); }

bool isShownInUtc()
{
    const QCoreApplication *application = QCoreApplication::instance();
    return application && application->property(Property).toBool();
}

QDateTime shownTime(WallTime time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    return isShownInUtc() ? local.toUTC() : local;
}

QDate shownToday() { return isShownInUtc() ? QDateTime::currentDateTimeUtc().date() : QDate::currentDate(); }

QDateTime beginOfShown(QDate day) { return isShownInUtc() ? day.startOfDay(QTimeZone::utc()) : day.startOfDay(); }

} // namespace foghorn
