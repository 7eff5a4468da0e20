#pragma once

#include "core/health/connectionpool.h"
#include "core/health/httpanswer.h"
#include "core/health/httptarget.h"

#include <QObject>

#include <memory>

namespace foghorn {

/// One HTTP/1.1 connection to one place, kept open between questions while the peer and the pool allow it. Asks one
/// question at a time. A kept connection that turns out to be dead is replaced once, without telling.
class HttpConnection final : public QObject, private StreamListener
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpConnection)
public:
    explicit HttpConnection(std::shared_ptr<ConnectionPool> pool);
    ~HttpConnection() override;

    /// GETs `target`. Ends in answered() or failed(), always later. Only when none is under way.
    void get(const HttpTargetPtr &target);
    /// Gives up what is under way and closes.
    void close();
    /// Whether the question under way has reached the peer's host.
    bool isConnected() const { return m_stream && m_stream->isConnected(); }

Q_SIGNALS:
    void answered(const foghorn::HttpAnswer &answer);
    /// `couldNotAsk`: the fault is ours.
    void failed(const QString &message, bool couldNotAsk);

private:
    void onStreamConnected() override { }
    void onStreamBytes(QByteArrayView bytes) override;
    void onStreamEnded(const StreamEnd &end) override;
    void open();
    void finish();
    void fail(const QString &message, bool couldNotAsk = false);
    void leavePool();

    std::shared_ptr<ConnectionPool> m_pool;
    HttpTargetPtr m_target; ///< of the question under way or the last one
    HttpAnswer m_answer;
    ConnectionPool::Ticket m_ticket = 0; ///< not 0: idle, in the pool
    bool m_isAsking = false;
    bool m_isReused = false;
    bool m_hasBytes = false; ///< of the answer under way
    std::unique_ptr<Stream> m_stream; ///< to m_target's place; null when there is none
};

} // namespace foghorn
