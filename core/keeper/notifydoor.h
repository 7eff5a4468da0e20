#pragma once

#include "core/keeper/descriptor.h"

#include <sys/types.h>

#include <optional>
#include <string>

namespace foghorn::keeper {

/// Where services say READY=1 and the like (sd_notify(3)). The keeper holds it and not the orchestrator, so that
/// nothing is lost while there is none, and so that the sender is looked at as early as can be: a program that only
/// says something lives for a millisecond.
///
/// Two datagram sockets, because the state directory is 0700: `<state dir>/notify.sock` (0600) for services that run as
/// our own user, and an abstract one for those that run as another, which cannot reach into the directory. The abstract
/// one's random name (128 bits) is kept in `<state dir>/notify.name`, so that services that outlive a keeper reach the
/// next one. The name is no secret (/proc/net/unix shows it) and needs to be none: the kernel tells the sender's pid.
class NotifyDoor
{
public:
    /// Longest datagram that is read, in bytes.
    static constexpr std::size_t longest = 4096;

    /// One of the sockets, or both, may be missing: a path too long for a socket, a full disk. To be seen by their
    /// addresses.
    explicit NotifyDoor(const std::string &stateDirectory);
    ~NotifyDoor();
    NotifyDoor(const NotifyDoor &) = delete;
    NotifyDoor &operator=(const NotifyDoor &) = delete;

    /// Readable when somebody has said something.
    int events() const { return m_events.get(); }

    struct Said
    {
        pid_t pid = 0; ///< the sender's, as the kernel tells; 0: it does not
        Descriptor process; ///< the sender's, on kernels that tell it (Linux 6.5)
        std::string text; ///< without NUL; empty: it was too long, or held one
    };
    /// The next one. Descriptors that came along are closed, which is all that BARRIER=1 asks for: what was said before
    /// is read already.
    std::optional<Said> receive();

    /// What NOTIFY_SOCKET is set to for a service that runs as our own user; empty: there is none.
    const std::string &ownAddress() const { return m_path.empty() ? m_abstract : m_path; }
    /// For others.
    const std::string &othersAddress() const { return m_abstract; }

private:
    bool watch(const Descriptor &socket);
    void openFile(const std::string &stateDirectory);
    void openAbstract(const std::string &stateDirectory);

    Descriptor m_events;
    Descriptor m_fileSocket;
    Descriptor m_abstractSocket;
    std::string m_path; ///< empty: no socket file
    std::string m_abstract; ///< with the leading '@'; empty: none
};

} // namespace foghorn::keeper
