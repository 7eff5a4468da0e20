#include "core/store/recentchecks.h"

#include "core/store/checkblock.h"
#include "core/store/checklog.h"
#include "core/store/historykeys.h"
#include "core/store/retention.h"
#include "core/store/sqlsteps.h"

#include <QSqlError>

namespace foghorn {
namespace {

using Checks = QList<CheckResult>;

/// As much of it as can be read.
void appendBlock(QByteArrayView block, const ServiceId &service, Checks &checks)
{
    (void)readCheckBlock(block, service, [&checks](const CheckResult &check) { checks.append(check); });
}

/// Puts checks from the service's newest blocks before `checks` until there are enough.
MaybeFault fillFromBlocks(QSqlQuery &query, qint64 id, const ServiceId &service, Checks &checks)
{
    if (auto fault = run(query, {firstKeyOf(id), lastKeyOf(id)}))
        return fault;
    while (checks.size() < checksKept && query.next()) {
        Checks older;
        appendBlock(query.value(0).toByteArray(), service, older);
        checks = older + checks;
    }
    MaybeFault fault;
    if (query.lastError().isValid())
        fault = faultOf(query.lastError());
    query.finish();
    return fault;
}

} // namespace

MaybeFault readRecentChecks(
    QSqlDatabase &database, const QHash<qint64, ServiceId> &names, QHash<ServiceId, QList<CheckResult>> &checks)
{
    QHash<qint64, Checks> logged;
    auto fault = readCheckLog(database, std::nullopt, [&](qint64 id, QByteArrayView block) {
        if (const auto name = names.constFind(id); name != names.cend())
            appendBlock(block, *name, logged[id]);
    });
    QSqlQuery query(database);
    if (!fault)
        fault =
            prepare(query, QStringLiteral("SELECT data FROM check_block WHERE id BETWEEN ? AND ? ORDER BY id DESC"));
    for (auto name = names.cbegin(); name != names.cend() && !fault; ++name) {
        Checks found = logged.value(name.key());
        fault = fillFromBlocks(query, name.key(), name.value(), found);
        if (!found.isEmpty())
            checks.insert(name.value(), found.mid(std::max<qsizetype>(0, found.size() - checksKept)));
    }
    return fault;
}

} // namespace foghorn
