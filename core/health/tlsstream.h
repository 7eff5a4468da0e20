#pragma once

#include "core/process/stream.h"

#include <QAbstractSocket>
#include <QByteArray>
#include <QObject>
#include <QStringList>

class QSslSocket;

namespace foghorn {

/// A stream that is encrypted and whose peer has proved its name. Few services have one: each costs the event loop a
/// descriptor to poll.
class TlsStream final : public QObject, public Stream
{
    Q_OBJECT
public:
    /// `listener` and `owner` outlive this. The socket, which may be in a signal of its own when this goes, stays with
    /// `owner` for a turn longer.
    TlsStream(const QString &host, quint16 port, StreamListener *listener, QObject *owner);
    ~TlsStream() override;

    void write(QByteArrayView bytes) override;
    bool isConnected() const override;

private:
    void open();
    void onEncrypted();
    void onReadyRead();
    void onError(QAbstractSocket::SocketError error);
    void onDisconnected();
    void end(const StreamEnd &end);
    void drop();

    QObject *m_owner;
    const QString m_host;
    const quint16 m_port;
    StreamListener *m_listener;
    QStringList m_targets; ///< addresses still to try when this one refuses
    QByteArray m_unsent; ///< written before the peer had proved its name
    bool m_isOpen = false; ///< the peer has proved its name
    QSslSocket *m_socket = nullptr;
};

} // namespace foghorn
