#pragma once

#include "core/keeper/descriptor.h"

#include <cstddef>
#include <deque>
#include <string>

namespace foghorn::keeper {

/// One end of the SEQPACKET socket between orchestrator and keeper. Never blocks: what the socket does not take is
/// queued. Frames that do not fit into one packet go through a memory file whose descriptor is passed instead.
class Channel
{
public:
    enum class Received { Frame, Nothing, Closed };

    explicit Channel(Descriptor socket);

    int descriptor() const { return m_socket.get(); }
    /// Queues and sends what goes. False: the connection is gone.
    bool send(std::string frame);
    /// Sends what is queued, to be called when the socket is writable. False: the connection is gone.
    bool flush();
    bool hasQueued() const { return !m_queue.empty(); }
    std::size_t queuedFrames() const { return m_queue.size(); }
    /// Closed also when the other end broke the rules (a packet too long, no memory file where one was announced).
    Received receive(std::string &frame);

private:
    enum class Sent { Done, Full, Broken };
    Sent sendNow(const std::string &frame);
    Sent sendAsFile(const std::string &frame);

    Descriptor m_socket;
    std::deque<std::string> m_queue;
    std::string m_buffer;
};

} // namespace foghorn::keeper
