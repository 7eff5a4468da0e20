#include "core/health/httpconnection.h"

#include "core/health/hoststream.h"
#include "core/health/tlsstream.h"

#include <utility>

namespace foghorn {

HttpConnection::HttpConnection(std::shared_ptr<ConnectionPool> pool)
    : m_pool(std::move(pool))
{
}

HttpConnection::~HttpConnection() { close(); }

void HttpConnection::get(const HttpTargetPtr &target)
{
    Q_ASSERT(!m_isAsking);
    m_isReused = m_ticket != 0 && m_target->isAtSamePlace(*target);
    leavePool();
    m_target = target;
    m_answer = HttpAnswer();
    m_hasBytes = false;
    m_isAsking = true;
    if (m_isReused)
        m_stream->write(m_target->request);
    else
        open();
}

void HttpConnection::open()
{
    StreamListener *const listener = this;
    if (m_target->isEncrypted)
        m_stream = std::make_unique<TlsStream>(m_target->host, m_target->port, listener, this);
    else
        m_stream = std::make_unique<HostStream>(m_pool, m_target->host, m_target->port, listener);
    m_stream->write(m_target->request);
}

void HttpConnection::onStreamBytes(QByteArrayView bytes)
{
    if (!m_isAsking) {
        // Nobody asked: whatever this is, the next answer on this connection could not be trusted.
        close();
        return;
    }
    m_hasBytes = true;
    switch (m_answer.feed(bytes)) {
    case HttpAnswer::State::Head:
    case HttpAnswer::State::Body:
        return;
    case HttpAnswer::State::Complete:
    case HttpAnswer::State::TooLong:
        finish();
        return;
    case HttpAnswer::State::Faulty:
        fail(QStringLiteral("answer is not HTTP"));
        return;
    }
}

void HttpConnection::onStreamEnded(const StreamEnd &end)
{
    if (!m_isAsking) {
        close();
    } else if (end.kind == StreamEnd::Kind::Closed && m_answer.end() == HttpAnswer::State::Complete) {
        finish();
    } else if (std::exchange(m_isReused, false) && !m_hasBytes) {
        // A peer may close an idle connection just as we write to it; that says nothing about its health.
        open();
    } else if (end.kind == StreamEnd::Kind::NotTried) {
        fail(QStringLiteral("not asked: ") + end.reason, true);
    } else if (end.kind == StreamEnd::Kind::Failed) {
        fail(end.reason);
    } else {
        fail(m_hasBytes ? QStringLiteral("connection closed in the middle of the answer")
                        : QStringLiteral("connection closed before an answer"));
    }
}

void HttpConnection::finish()
{
    m_isAsking = false;
    if (m_answer.state() == HttpAnswer::State::Complete && m_answer.keepsAlive() && isConnected())
        m_ticket = m_pool->keep(this);
    if (m_ticket == 0)
        m_stream.reset();
    const HttpAnswer answer = std::exchange(m_answer, {}); // its body is not kept between questions
    Q_EMIT answered(answer);
}

void HttpConnection::fail(const QString &message, bool couldNotAsk)
{
    close();
    Q_EMIT failed(message, couldNotAsk);
}

void HttpConnection::close()
{
    m_isAsking = false;
    leavePool();
    m_stream.reset();
}

void HttpConnection::leavePool()
{
    if (m_ticket != 0)
        m_pool->release(std::exchange(m_ticket, 0));
}

} // namespace foghorn
