#pragma once

#include <QByteArray>
#include <QVarLengthArray>

namespace foghorn {

/// The request line and headers of one HTTP/1 request. The views point into `bytes`.
struct HttpHead
{
    struct Header
    {
        QByteArrayView name;
        QByteArrayView value;
    };

    QByteArray bytes; ///< up to and with the empty line; never detached once parsed
    QByteArrayView method;
    QByteArrayView path; ///< still percent-encoded, begins with '/'
    QByteArrayView query; ///< without '?', still percent-encoded
    QByteArrayView authority; ///< host or host:port that is asked: of the target, else of the Host header
    QVarLengthArray<Header, 16> headers;
    qint64 contentLength = 0;
    bool isOld = false; ///< HTTP/1.0
    bool namesHttps = false; ///< the target itself begins with https://
    bool isPersistent = true; ///< HTTP/1.1 without `Connection: close`
    bool expectsContinue = false;
    bool wantsWebSocket = false;

    /// The first header of that name, whatever its case; empty when there is none.
    QByteArrayView header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
};

/// What the bytes received so far are.
struct HeadVerdict
{
    enum class Kind { Incomplete, Complete, Refused };
    Kind kind = Kind::Incomplete;
    int status = 0; ///< Refused: the HTTP status
    const char *detail = ""; ///< Refused: why and what would be right
};

/// Reads a request's head strictly: what two parsers could understand differently is refused, because the library
/// behind us takes nearly everything (reliability.md 3.2). `bytes` may go on after the head. Fills `head` when it is
/// complete.
HeadVerdict inspectHead(const QByteArray &bytes, HttpHead &head);

/// Same text, whatever the case; ASCII.
bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b);

} // namespace foghorn
