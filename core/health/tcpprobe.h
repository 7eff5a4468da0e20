#pragma once

#include "core/health/connectionpool.h"
#include "core/health/probe.h"

#include <memory>

namespace foghorn {

/// Passes when a TCP connection to host:port comes about; it is closed at once.
class TcpProbe final : public Probe, private StreamListener
{
    Q_OBJECT
public:
    TcpProbe(ProbeSpec spec, std::shared_ptr<ConnectionPool> pool);

    void start(milliseconds timeout) override;
    void cancel() override;
    ProbeAnswer timeoutAnswer(milliseconds timeout) const override;
    void setPid(qint64 pid) override;

private:
    void onStreamConnected() override;
    /// A greeting; the connection is closed before it can come.
    void onStreamBytes(QByteArrayView) override { }
    void onStreamEnded(const StreamEnd &end) override;

    ProbeSpec m_spec;
    const ProbeDetails m_details;
    std::shared_ptr<ConnectionPool> m_pool;
    std::unique_ptr<Stream> m_stream; ///< null when nothing is under way
};

} // namespace foghorn
