#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace foghorn {

/// What the server said: any HTTP status. That nothing was said at all is an Error beside it.
struct ApiAnswer
{
    int status = 0;
    QByteArray body;
    QByteArray etag; ///< for the next asking; empty: none
    QByteArray contentType;

    bool isSuccess() const { return status >= 200 && status < 300; }
    /// The answer to a get() with an etag that still holds.
    bool isUnchanged() const { return status == 304; }
    /// The body as an object; empty when it is none.
    QJsonObject object() const;
    /// For an answer that is no success: one sentence for people, from `detail` of the problem where there is one.
    QString problem() const;
};

} // namespace foghorn
