#include "core/store/checkring.h"

#include "core/model/words.h"
#include "core/store/checkwriter.h"
#include "core/store/sqlsteps.h"
#include "core/store/storewords.h"

namespace foghorn {
namespace {

CheckResult checkOf(const QSqlQuery &row)
{
    CheckResult check;
    check.at = timeOf(row.value(1));
    check.passed = row.value(2).toBool();
    check.timedOut = row.value(3).toBool();
    check.responseTime = std::chrono::microseconds(row.value(4).toLongLong());
    check.healthAfter = healthFromWord(row.value(5).toString()).value_or(Health::Unknown);
    check.message = row.value(6).toString();
    check.details = detailsFromText(row.value(7).toString());
    return check;
}

} // namespace

MaybeFault convertRecentChecks(QSqlDatabase &database)
{
    CheckWriter writer(database);
    auto fault = writer.open();
    MaybeFault writeFault;
    if (!fault)
        fault = forEachRow(database,
            QStringLiteral("SELECT service, at, passed, timed_out, response_us, health, message, details"
                           " FROM recent_check ORDER BY service, seq"),
            {}, [&](const QSqlQuery &row) {
                if (!writeFault)
                    writeFault = writer.add(row.value(0).toLongLong(), checkOf(row));
            });
    if (!fault)
        fault = writeFault;
    if (!fault)
        fault = writer.finish();
    return fault ? fault : writer.fold();
}

} // namespace foghorn
