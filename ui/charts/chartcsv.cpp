#include "ui/charts/chartcsv.h"

namespace foghorn {

namespace {

/// Quoted where it must be.
QByteArray field(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n') && !bytes.contains('\r'))
        return bytes;
    bytes.replace('"', "\"\"");
    return '"' + bytes + '"';
}

QByteArray number(const std::optional<double> &value)
{
    return value ? QByteArray::number(*value, 'f', 3) : QByteArray();
}

} // namespace

QByteArray chartCsv(const QList<ServicePoints> &services)
{
    QByteArray csv("service,time,average_ms,p95_ms,checks,passed,timed_out\r\n");
    for (const ServicePoints &service : services) {
        const QByteArray name = field(service.service);
        for (const ResponsePoint &point : service.points) {
            csv += name + ',' + toRfc3339(point.at) + ',' + number(point.average) + ',' + number(point.p95) + ','
                + QByteArray::number(point.checks) + ',' + QByteArray::number(point.passed) + ','
                + (point.timedOut ? "true" : "false") + "\r\n";
        }
    }
    return csv;
}

} // namespace foghorn
