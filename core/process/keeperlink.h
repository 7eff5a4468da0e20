#pragma once

#include "core/keeper/channel.h"
#include "core/keeper/protocol.h"

#include <QObject>
#include <QSocketNotifier>

#include <optional>

namespace foghorn {

/// An open connection to a keeper: orders out, reports in, from the event loop.
class KeeperLink final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeeperLink)
public:
    explicit KeeperLink(keeper::Descriptor socket, QObject *parent = nullptr);

    void send(const std::string &frame);
    int descriptor() const { return m_channel.descriptor(); }

Q_SIGNALS:
    void reported(const foghorn::keeper::Report &report);
    /// The other end has gone, or talks nonsense.
    void closed();
    /// The keeper is of a release that speaks another version of the protocol: nothing more is read or sent.
    void foreign(foghorn::keeper::FrameHead head);

private:
    void onReadable();
    void onWritable();
    void onFrame(const std::string &frame);
    void silence();
    void close();

    keeper::Channel m_channel;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    bool m_isClosed = false;
};

} // namespace foghorn
