#include "core/process/keeperlink.h"

#include <QPointer>

namespace foghorn {
namespace {

// So that a burst of reports does not keep the window from painting.
constexpr int reportsPerRound = 128;

} // namespace

KeeperLink::KeeperLink(keeper::Descriptor socket, QObject *parent)
    : QObject(parent)
    , m_channel(std::move(socket))
    , m_readable(m_channel.descriptor(), QSocketNotifier::Read)
    , m_writable(m_channel.descriptor(), QSocketNotifier::Write)
{
    m_writable.setEnabled(false);
    connect(&m_readable, &QSocketNotifier::activated, this, &KeeperLink::onReadable);
    connect(&m_writable, &QSocketNotifier::activated, this, &KeeperLink::onWritable);
}

void KeeperLink::send(const std::string &frame)
{
    // A broken connection is noticed by reading, which also gets what the keeper said before it went.
    if (!m_isClosed && m_channel.send(frame))
        m_writable.setEnabled(m_channel.hasQueued());
}

void KeeperLink::onWritable() { m_writable.setEnabled(m_channel.flush() && m_channel.hasQueued()); }

void KeeperLink::onReadable()
{
    const QPointer self(this);
    std::string frame;
    for (int i = 0; i < reportsPerRound && !m_isClosed; ++i) {
        switch (m_channel.receive(frame)) {
        case keeper::Channel::Received::Nothing:
            return;
        case keeper::Channel::Received::Closed:
            close();
            return;
        case keeper::Channel::Received::Frame:
            break;
        }
        onFrame(frame);
        if (!self)
            return;
    }
}

void KeeperLink::onFrame(const std::string &frame)
{
    if (const auto report = keeper::decodeReport(frame)) {
        Q_EMIT reported(*report);
        return;
    }
    const keeper::FrameHead head = keeper::headOf(frame);
    if (keeper::isUnknownReport(head))
        return;
    if (head.version == 0 || head.version == keeper::protocolVersion)
        return close(); // it breaks the rules
    silence();
    Q_EMIT foreign(head);
}

void KeeperLink::silence()
{
    m_isClosed = true;
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
}

void KeeperLink::close()
{
    silence();
    Q_EMIT closed();
}

} // namespace foghorn
