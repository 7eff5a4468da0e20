#pragma once

#include "core/health/probe.h"

#include <QAbstractSocket>
#include <QStringList>

class QTcpSocket;

namespace foghorn {

/// Passes when a TCP connection to host:port comes about; it is closed at once.
class TcpProbe final : public Probe
{
    Q_OBJECT
public:
    explicit TcpProbe(ProbeSpec spec);

    void start(milliseconds timeout) override;
    void cancel() override;
    ProbeAnswer timeoutAnswer(milliseconds timeout) const override;
    void setPid(qint64 pid) override;

private:
    void open();
    void onConnected();
    void onError(QAbstractSocket::SocketError error);
    ProbeDetails details() const;

    ProbeSpec m_spec;
    QTcpSocket *m_socket = nullptr; ///< ours; null when nothing is under way
    QStringList m_targets; ///< addresses still to try when this one refuses
};

} // namespace foghorn
