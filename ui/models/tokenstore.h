#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>
#include <optional>

namespace foghorn {

/// Where tokens are kept from one run to the next: the desktop's key ring, or nowhere. Never a file of ours.
///
/// All answers come in the event loop, once, within some seconds; none comes when `context` went first.
class TokenStore
{
public:
    enum class Answer {
        Done, ///< read: there was one
        NotThere,
        NoKeyRing, ///< none answers here, or its owner keeps it locked
    };
    /// The token; empty unless Done.
    using Reader = std::function<void(Answer, const QByteArray &)>;
    using Writer = std::function<void(Answer)>;

    TokenStore() = default;
    virtual ~TokenStore() = default;
    Q_DISABLE_COPY_MOVE(TokenStore)

    /// `url`: of the daemon the token is for.
    virtual void read(const QString &url, QObject *context, Reader reader) = 0;
    virtual void write(const QString &url, const QByteArray &token, QObject *context, Writer writer) = 0;
    virtual void forget(const QString &url) = 0;
};

} // namespace foghorn
