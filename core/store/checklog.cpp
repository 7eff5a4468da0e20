#include "core/store/checklog.h"

#include "core/store/sqlsteps.h"

namespace foghorn {

void putIntoLogRow(QByteArray &row, qint64 service, const QByteArray &block)
{
    putNumber(row, static_cast<quint64>(service));
    putText(row, block);
}

MaybeFault readCheckLog(QSqlDatabase &database, std::optional<qint64> service,
    const std::function<void(qint64 service, QByteArrayView block)> &take, qint64 *highestRow)
{
    QHash<qint64, qint64> folded; // to the last row that check_block holds
    auto fault = forEachRow(database, QStringLiteral("SELECT service, log_row FROM check_folded"), {},
        [&folded](const QSqlQuery &row) { folded.insert(row.value(0).toLongLong(), row.value(1).toLongLong()); });
    if (fault)
        return fault;
    return forEachRow(
        database, QStringLiteral("SELECT id, data FROM check_log ORDER BY id"), {}, [&](const QSqlQuery &row) {
            const qint64 id = row.value(0).toLongLong();
            const QByteArray data = row.value(1).toByteArray();
            NumberReader reader(data);
            while (!reader.atEnd()) {
                const auto whose = static_cast<qint64>(reader.number());
                const QByteArrayView block = reader.text();
                if (reader.isGood() && (!service || *service == whose) && folded.value(whose, -1) < id)
                    take(whose, block);
            }
            if (highestRow)
                *highestRow = id;
        });
}

} // namespace foghorn
