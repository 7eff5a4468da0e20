#pragma once

#include "core/health/connectionpool.h"
#include "core/health/hostlookup.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

namespace foghorn {

/// A stream to a host by its name: looks the name up where it has to, and tries the host's addresses in order.
class HostStream final : public Stream, private StreamListener
{
public:
    /// `listener` outlives this.
    HostStream(std::shared_ptr<ConnectionPool> pool, const QString &host, quint16 port, StreamListener *listener);
    ~HostStream() override;

    void write(QByteArrayView bytes) override;
    bool isConnected() const override { return m_stream && m_stream->isConnected(); }

private:
    void onStreamConnected() override;
    void onStreamBytes(QByteArrayView bytes) override;
    void onStreamEnded(const StreamEnd &end) override;
    void take(const QHostInfo &info);
    void tryNext();
    void connectTo(const QString &target);

    std::shared_ptr<ConnectionPool> m_pool;
    const QString m_host; ///< as it was given, for messages
    const quint16 m_port;
    StreamListener *m_listener;
    QStringList m_targets; ///< addresses in numbers, or one name, still to try
    QString m_target; ///< being tried
    std::optional<StreamEnd> m_firstEnd; ///< of the first address: what is told when none answers
    bool m_madeRoom = false;
    bool m_wasOpen = false;
    QByteArray m_unsent; ///< written before an address answered
    std::unique_ptr<Stream> m_stream; ///< null while the name is looked up
    std::unique_ptr<HostLookUp> m_lookUp; ///< goes first
};

} // namespace foghorn
