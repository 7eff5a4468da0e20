#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace foghorn {

/// One answer in plain types. Small to copy: everything in it is shared.
struct HttpReply
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QByteArray etag; ///< with its quotes; empty: none
    QList<QPair<QByteArray, QByteArray>> headers; ///< further ones
    QByteArray prepared; ///< the whole answer as it goes out on a persistent connection
    bool closes = false; ///< the connection ends with it

    static HttpReply json(QByteArray body, int status = 200);
    static HttpReply problem(
        int status, const QString &detail, const QList<QString> &faults = {}, const QList<QList<QString>> &cycles = {});
    static HttpReply text(QByteArray body);

    void addHeader(const QByteArray &name, const QByteArray &value) { headers.emplaceBack(name, value); }
    /// Gives it an ETag made from its content (`instance` tells one run of the server from another) and its bytes for
    /// the wire, so that an answer that is sent often is put together once.
    void prepare(const QByteArray &instance);
};

/// The bytes of an answer. `headOnly`: for HEAD, the body's length without the body.
QByteArray wireBytes(const HttpReply &reply, bool headOnly, bool closes);

/// `"instance-hash"` of the content.
QByteArray etagOf(const QByteArray &instance, const QByteArray &body);

} // namespace foghorn
