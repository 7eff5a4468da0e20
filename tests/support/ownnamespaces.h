#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace foghorn {

// Mounts and a network of the test's own, which end with it: nobody else sees what it breaks there. To be entered
// before the test has a second thread; whatever it starts is in there too. Each answers why it cannot be, or nothing:
// a container may forbid it, and then the test is skipped.

inline QString whyNot(const char *what)
{
    return QString::fromLatin1("%1 is not allowed here: %2")
        .arg(QString::fromLatin1(what), QString::fromLocal8Bit(std::strerror(errno)));
}

inline QString enterOwnMounts()
{
    if (::unshare(CLONE_NEWNS) != 0)
        return whyNot("unshare(CLONE_NEWNS)");
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return whyNot("mounting in private");
    return {};
}

/// `size` as mount(8) takes it: "256k".
inline QString mountTmpfs(const QString &path, const QByteArray &size)
{
    const QByteArray options = "mode=700,size=" + size;
    if (::mount("none", QFile::encodeName(path).constData(), "tmpfs", 0, options.constData()) != 0)
        return whyNot("mounting a tmpfs");
    return {};
}

/// Puts one file in the place of another.
inline QString bindFile(const QString &source, const QString &target)
{
    if (::mount(QFile::encodeName(source).constData(), QFile::encodeName(target).constData(), nullptr, MS_BIND, nullptr)
        != 0)
        return whyNot("mounting over a file");
    return {};
}

/// With a loopback and nothing else.
inline QString enterOwnNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0)
        return whyNot("unshare(CLONE_NEWNET)");
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq loopback = {};
    std::strcpy(loopback.ifr_name, "lo");
    loopback.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool isUp = socket >= 0 && ::ioctl(socket, SIOCSIFFLAGS, &loopback) == 0;
    const QString refusal = isUp ? QString() : whyNot("setting the loopback up");
    ::close(socket);
    return refusal;
}

} // namespace foghorn
