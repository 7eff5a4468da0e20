#include "core/keeper/channel.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>

#include <cerrno>
#include <cstring>

namespace foghorn::keeper {
namespace {

constexpr std::size_t packetLimit = 64 * 1024;
constexpr off_t fileLimit = 16 * 1024 * 1024;
// No frame of the protocol is one byte long, so this one can announce a memory file.
constexpr char fileMark = 'F';

bool writeAll(int descriptor, const std::string &bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += static_cast<std::size_t>(n);
    }
    return true;
}

/// The whole of a passed memory file; false when it is not a plain file of a sensible size.
bool readWhole(int descriptor, std::string &bytes)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > fileLimit)
        return false;
    bytes.resize(static_cast<std::size_t>(status.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::pread(descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += static_cast<std::size_t>(n);
    }
    return true;
}

/// The first descriptor that came with a packet; all others are closed.
Descriptor takeDescriptor(msghdr &message)
{
    Descriptor first;
    for (cmsghdr *c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c)) {
        if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int descriptor = -1;
            std::memcpy(&descriptor, CMSG_DATA(c) + i * sizeof(int), sizeof descriptor);
            Descriptor taken(descriptor);
            if (!first.isOpen())
                first = std::move(taken);
        }
    }
    return first;
}

} // namespace

Channel::Channel(Descriptor socket)
    : m_socket(std::move(socket))
    , m_buffer(packetLimit, '\0')
{
}

bool Channel::send(std::string frame)
{
    m_queue.push_back(std::move(frame));
    return m_queue.size() > 1 || flush();
}

bool Channel::flush()
{
    while (!m_queue.empty()) {
        switch (sendNow(m_queue.front())) {
        case Sent::Done:
            m_queue.pop_front();
            break;
        case Sent::Full:
            return true;
        case Sent::Broken:
            return false;
        }
    }
    return true;
}

Channel::Sent Channel::sendNow(const std::string &frame)
{
    if (frame.size() > packetLimit)
        return sendAsFile(frame);
    while (::send(m_socket.get(), frame.data(), frame.size(), MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
        if (errno == EMSGSIZE)
            return sendAsFile(frame);
        if (errno == EAGAIN || errno == ENOBUFS)
            return Sent::Full;
        if (errno != EINTR)
            return Sent::Broken;
    }
    return Sent::Done;
}

Channel::Sent Channel::sendAsFile(const std::string &frame)
{
    const Descriptor file(::memfd_create("foghorn-frame", MFD_CLOEXEC));
    if (!file.isOpen() || !writeAll(file.get(), frame))
        return Sent::Broken;
    char mark = fileMark;
    iovec part = {&mark, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr *c = CMSG_FIRSTHDR(&message);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof(int));
    const int descriptor = file.get();
    std::memcpy(CMSG_DATA(c), &descriptor, sizeof descriptor);
    while (::sendmsg(m_socket.get(), &message, MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
        if (errno == EAGAIN || errno == ENOBUFS)
            return Sent::Full;
        if (errno != EINTR)
            return Sent::Broken;
    }
    return Sent::Done;
}

Channel::Received Channel::receive(std::string &frame)
{
    iovec part = {m_buffer.data(), m_buffer.size()};
    alignas(cmsghdr) char control[CMSG_SPACE(4 * sizeof(int))] = {};
    msghdr message = {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    ssize_t n = 0;
    do {
        n = ::recvmsg(m_socket.get(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    } while (n < 0 && errno == EINTR);
    if (n < 0)
        return errno == EAGAIN ? Received::Nothing : Received::Closed;
    const Descriptor passed = takeDescriptor(message);
    if (n == 0 || (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0)
        return Received::Closed;
    if (n == 1 && m_buffer.front() == fileMark)
        return passed.isOpen() && readWhole(passed.get(), frame) ? Received::Frame : Received::Closed;
    frame.assign(m_buffer, 0, static_cast<std::size_t>(n));
    return Received::Frame;
}

} // namespace foghorn::keeper
