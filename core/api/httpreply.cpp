#include "core/api/httpreply.h"

#include "core/json/problem.h"

#include <QHash>

namespace foghorn {
namespace {

/// A header value without what could begin another header.
QByteArray oneLine(QByteArray value) { return value.replace('\r', ' ').replace('\n', ' '); }

bool hasBody(int status) { return status != 304 && status != 204 && status >= 200; }

} // namespace

HttpReply HttpReply::json(QByteArray body, int status)
{
    HttpReply reply;
    reply.status = status;
    reply.body = std::move(body);
    return reply;
}

HttpReply HttpReply::problem(
    int status, const QString &detail, const QList<QString> &faults, const QList<QList<QString>> &cycles)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/problem+json";
    reply.body = problemJson(status, detail, faults, cycles);
    return reply;
}

HttpReply HttpReply::text(QByteArray body)
{
    HttpReply reply;
    reply.contentType = "text/plain; charset=utf-8";
    reply.body = std::move(body);
    return reply;
}

void HttpReply::prepare(const QByteArray &instance)
{
    etag = etagOf(instance, body);
    prepared = wireBytes(*this, false, false);
}

QByteArray wireBytes(const HttpReply &reply, bool headOnly, bool closes)
{
    QByteArray out;
    out.reserve(384 + (headOnly ? 0 : reply.body.size()));
    out += "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + statusTitle(reply.status) + "\r\n";
    if (hasBody(reply.status)) {
        out += "Content-Type: " + reply.contentType + "\r\n";
        out += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    }
    if (!reply.etag.isEmpty())
        out += "ETag: " + reply.etag + "\r\n";
    out += "Cache-Control: no-store\r\n"
           "X-Content-Type-Options: nosniff\r\n"
           "Cross-Origin-Resource-Policy: same-origin\r\n";
    for (const auto &[name, value] : reply.headers)
        out += oneLine(name) + ": " + oneLine(value) + "\r\n";
    if (closes)
        out += "Connection: close\r\n";
    out += "\r\n";
    if (!headOnly && hasBody(reply.status))
        out += reply.body;
    return out;
}

QByteArray etagOf(const QByteArray &instance, const QByteArray &body)
{
    // No secret: two different seeds only make an accidental clash of 64 bits still rarer.
    const auto size = static_cast<std::size_t>(body.size());
    const std::size_t first = qHashBits(body.constData(), size, 1);
    const std::size_t second = qHashBits(body.constData(), size, 2);
    return '"' + instance + '-' + QByteArray::number(quint64(first), 16) + QByteArray::number(quint64(second), 16)
        + '"';
}

} // namespace foghorn
