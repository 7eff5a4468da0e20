#include "core/keeper/notifydoor.h"

#include "core/keeper/smallfile.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace foghorn::keeper {
namespace {

// Debian 12's headers do not have them.
constexpr int passPidfd = 76;
constexpr int scmPidfd = 4;

constexpr char namePrefix[] = "@foghorn-notify-";
constexpr std::size_t nameSize = sizeof namePrefix - 1 + 32;

/// `name`: as sun_path holds it, for an abstract address with the leading NUL.
Descriptor bindTo(const std::string &name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.size() >= sizeof address.sun_path)
        return {};
    std::memcpy(address.sun_path, name.data(), name.size());
    const bool isAbstract = name.front() == '\0';
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size() + (isAbstract ? 0 : 1));
    Descriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int on = 1;
    // Before bind: the first datagram already brings its sender's pid. The mode of a socket's file is its descriptor's.
    if (!socket.isOpen() || ::setsockopt(socket.get(), SOL_SOCKET, SO_PASSCRED, &on, sizeof on) != 0
        || ::fchmod(socket.get(), S_IRUSR | S_IWUSR) != 0)
        return {};
    ::setsockopt(socket.get(), SOL_SOCKET, passPidfd, &on, sizeof on); // not on older kernels
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), size) != 0)
        return {};
    return socket;
}

std::string abstractOf(const std::string &address)
{
    std::string name = address;
    name.front() = '\0';
    return name;
}

std::string randomAddress()
{
    std::array<unsigned char, 16> bits{};
    if (::getrandom(bits.data(), bits.size(), 0) != static_cast<ssize_t>(bits.size()))
        return {};
    std::string address = namePrefix;
    for (const unsigned char byte : bits) {
        char text[3] = {};
        std::snprintf(text, sizeof text, "%02x", byte);
        address += text;
    }
    return address;
}

std::string readAddress(const std::string &path)
{
    std::string name = '@' + readSmallFile(AT_FDCWD, path.c_str());
    while (name.ends_with('\n'))
        name.pop_back();
    return name.size() == nameSize && name.starts_with(namePrefix) ? name : std::string();
}

/// Whole or not at all.
bool writeAddress(const std::string &path, const std::string &address)
{
    const std::string text = address.substr(1) + '\n';
    const std::string fresh = path + ".new";
    const Descriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    return file.isOpen() && ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size())
        && ::rename(fresh.c_str(), path.c_str()) == 0;
}

template<typename Value> void readPart(const cmsghdr *part, Value &value)
{
    if (part->cmsg_len >= CMSG_LEN(sizeof value))
        std::memcpy(&value, CMSG_DATA(part), sizeof value);
}

void closeAll(const cmsghdr *part)
{
    for (std::size_t at = 0; CMSG_LEN(at + sizeof(int)) <= part->cmsg_len; at += sizeof(int)) {
        int descriptor = -1;
        std::memcpy(&descriptor, CMSG_DATA(part) + at, sizeof descriptor);
        ::close(descriptor);
    }
}

void readSender(msghdr &header, NotifyDoor::Said &said)
{
    for (cmsghdr *part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET)
            continue;
        if (part->cmsg_type == SCM_CREDENTIALS) {
            ucred credentials{};
            readPart(part, credentials);
            said.pid = credentials.pid;
        } else if (part->cmsg_type == scmPidfd) {
            int process = -1;
            readPart(part, process);
            said.process.reset(process);
        } else if (part->cmsg_type == SCM_RIGHTS) {
            closeAll(part);
        }
    }
}

/// Nothing but text is passed on; one NUL at the end is what some programs send with it.
bool isText(std::string &text)
{
    if (text.ends_with('\0'))
        text.pop_back();
    return text.find('\0') == std::string::npos;
}

} // namespace

NotifyDoor::NotifyDoor(const std::string &stateDirectory)
    : m_events(::epoll_create1(EPOLL_CLOEXEC))
{
    openFile(stateDirectory);
    openAbstract(stateDirectory);
}

NotifyDoor::~NotifyDoor()
{
    if (!m_path.empty())
        ::unlink(m_path.c_str());
}

bool NotifyDoor::watch(const Descriptor &socket)
{
    epoll_event event = {};
    event.events = EPOLLIN;
    event.data.fd = socket.get();
    return socket.isOpen() && ::epoll_ctl(m_events.get(), EPOLL_CTL_ADD, socket.get(), &event) == 0;
}

void NotifyDoor::openFile(const std::string &stateDirectory)
{
    const std::string path = stateDirectory + "/notify.sock";
    ::unlink(path.c_str()); // an earlier keeper's: we have the lock
    m_fileSocket = bindTo(path);
    if (watch(m_fileSocket))
        m_path = path;
}

void NotifyDoor::openAbstract(const std::string &stateDirectory)
{
    const std::string keptIn = stateDirectory + "/notify.name";
    std::string address = readAddress(keptIn);
    if (!address.empty())
        m_abstractSocket = bindTo(abstractOf(address));
    if (!m_abstractSocket.isOpen()) { // none yet, or somebody sits on it: messages are lost, nobody is deceived
        address = randomAddress();
        if (address.empty() || !writeAddress(keptIn, address))
            return;
        m_abstractSocket = bindTo(abstractOf(address));
    }
    if (watch(m_abstractSocket))
        m_abstract = address;
}

std::optional<NotifyDoor::Said> NotifyDoor::receive()
{
    epoll_event event = {};
    if (::epoll_wait(m_events.get(), &event, 1, 0) != 1)
        return std::nullopt;
    std::array<char, longest> buffer; // left as it is: written by the kernel up to `size`
    // No room for descriptors of the sender's: those that do not fit are closed by the kernel.
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred)) + CMSG_SPACE(sizeof(int))> control{};
    iovec part{buffer.data(), buffer.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    const ssize_t size = ::recvmsg(event.data.fd, &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (size < 0)
        return std::nullopt;
    Said said;
    readSender(header, said);
    said.text.assign(buffer.data(), static_cast<std::size_t>(size));
    if ((header.msg_flags & MSG_TRUNC) != 0 || !isText(said.text))
        said.text.clear();
    return said;
}

} // namespace foghorn::keeper
