#include "core/process/notifysocket.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace foghorn {
namespace {

/// So that a flood of datagrams cannot keep the event loop; what is left wakes it again.
constexpr int datagramsPerWake = 64;
/// Strangers' messages are kept so long that a burst of starts loses none, and no more.
constexpr qsizetype mostUnclaimed = 256;

Error systemError(const QString &what)
{
    return {QStringLiteral("%1: %2").arg(what, QString::fromLocal8Bit(std::strerror(errno)))};
}

/// `name`: as sun_path holds it, for an abstract address with the leading NUL.
int bindTo(const QByteArray &name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(name.size()) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    const bool isAbstract = name.startsWith('\0');
    const auto size = static_cast<socklen_t>(
        offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(name.size()) + (isAbstract ? 0 : 1));
    const int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    const int on = 1;
    // Before bind: the first datagram already brings its sender's pid. The mode of a socket's file is its descriptor's.
    if (setsockopt(descriptor, SOL_SOCKET, SO_PASSCRED, &on, sizeof on) == 0
        && fchmod(descriptor, S_IRUSR | S_IWUSR) == 0
        && bind(descriptor, reinterpret_cast<const sockaddr *>(&address), size) == 0)
        return descriptor;
    const int reason = errno;
    close(descriptor);
    errno = reason;
    return -1;
}

QByteArray randomName()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), static_cast<qsizetype>(bits.size()));
    return "foghorn-notify-" + QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex();
}

bool isName(const QByteArray &name) { return name.size() == randomName().size() && name.startsWith("foghorn-notify-"); }

QByteArray readName(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(200).trimmed() : QByteArray();
}

Result<void> writeName(const QString &path, const QByteArray &name)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(name + '\n') != name.size() + 1 || !file.commit())
        return Error{QStringLiteral("%1: %2").arg(path, file.errorString())};
    return {};
}

/// Who sent it; 0 when the kernel does not say. Descriptors that came along are closed: room for them would have to be
/// made first, but a kernel's padding must not become a leak.
qint64 senderOf(msghdr &header)
{
    qint64 pid = 0;
    for (cmsghdr *part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET)
            continue;
        if (part->cmsg_type == SCM_CREDENTIALS && part->cmsg_len >= CMSG_LEN(sizeof(ucred))) {
            ucred credentials{};
            std::memcpy(&credentials, CMSG_DATA(part), sizeof credentials);
            pid = credentials.pid;
        } else if (part->cmsg_type == SCM_RIGHTS) {
            for (std::size_t at = 0; CMSG_LEN(at + sizeof(int)) <= part->cmsg_len; at += sizeof(int)) {
                int descriptor = -1;
                std::memcpy(&descriptor, CMSG_DATA(part) + at, sizeof descriptor);
                close(descriptor);
            }
        }
    }
    return pid;
}

} // namespace

/// One socket and what watches it.
struct NotifySocket::Endpoint
{
    Q_DISABLE_COPY_MOVE(Endpoint)
    explicit Endpoint(int bound)
        : descriptor(bound)
        , notifier(bound, QSocketNotifier::Read)
    {
    }
    ~Endpoint()
    {
        notifier.setEnabled(false);
        close(descriptor);
    }
    const int descriptor;
    QSocketNotifier notifier;
};

NotifySocket::NotifySocket(QString stateDirectory, QObject *parent)
    : QObject(parent)
    , m_directory(std::move(stateDirectory))
{
}

NotifySocket::~NotifySocket()
{
    if (m_file)
        unlink(m_filePath.constData());
}

void NotifySocket::listen(std::unique_ptr<Endpoint> &endpoint, int descriptor)
{
    endpoint = std::make_unique<Endpoint>(descriptor);
    connect(&endpoint->notifier, &QSocketNotifier::activated, this, [this, descriptor] { onReadable(descriptor); });
}

Result<void> NotifySocket::open()
{
    Q_ASSERT(!m_abstract);
    const QByteArray path = QFile::encodeName(m_directory + QStringLiteral("/notify.sock"));
    unlink(path.constData()); // an earlier orchestrator's: the lock of the state directory says that it is gone
    if (const int descriptor = bindTo(path); descriptor >= 0) {
        m_filePath = path;
        listen(m_file, descriptor);
    } else if (errno != ENAMETOOLONG) {
        return systemError(QString::fromLocal8Bit(path));
    }
    return openAbstract();
}

Result<void> NotifySocket::openAbstract()
{
    const QString keptIn = m_directory + QStringLiteral("/notify.name");
    m_abstractName = readName(keptIn);
    int descriptor = isName(m_abstractName) ? bindTo('\0' + m_abstractName) : -1;
    if (descriptor < 0) { // none yet, or somebody sits on it: its services' messages are lost, nobody is deceived
        m_abstractName = randomName();
        if (auto written = writeName(keptIn, m_abstractName); !written)
            return written.error();
        descriptor = bindTo('\0' + m_abstractName);
    }
    if (descriptor < 0)
        return systemError(QStringLiteral("the notify socket for services of other users"));
    listen(m_abstract, descriptor);
    return {};
}

QByteArray NotifySocket::address(bool isOwnUser) const
{
    Q_ASSERT(m_abstract);
    return isOwnUser && m_file ? m_filePath : '@' + m_abstractName;
}

void NotifySocket::addLeader(qint64 pid, const ServiceId &service)
{
    m_leaders.insert(pid, service);
    for (qsizetype i = 0; i < m_unclaimed.size();) {
        if (m_unclaimed.at(i).pid != pid && m_unclaimed.at(i).session != pid) {
            ++i;
            continue;
        }
        const Unclaimed claimed = m_unclaimed.takeAt(i);
        // from the event loop: whoever adds a leader has more to do with its start
        QMetaObject::invokeMethod(
            this, [this, service, claimed] { Q_EMIT message(service, claimed.pid, claimed.said); },
            Qt::QueuedConnection);
    }
}

void NotifySocket::keepUnclaimed(qint64 pid, const NotifyMessage &said)
{
    if (m_unclaimed.size() >= mostUnclaimed)
        m_unclaimed.removeFirst();
    m_unclaimed.append({pid, ::getsid(static_cast<pid_t>(pid)), said});
}

void NotifySocket::removeLeader(qint64 pid) { m_leaders.remove(pid); }

void NotifySocket::onReadable(int descriptor)
{
    for (int count = 0; count < datagramsPerWake && receiveOne(descriptor); ++count) { }
}

bool NotifySocket::receiveOne(int descriptor)
{
    std::array<char, notifyMessageLimit> buffer; // left as it is: written by the kernel up to `size`
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred))> control{};
    iovec part{buffer.data(), buffer.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    const ssize_t size = recvmsg(descriptor, &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (size < 0)
        return errno == EINTR;
    const qint64 pid = senderOf(header);
    std::optional<NotifyMessage> said;
    if ((header.msg_flags & MSG_TRUNC) == 0)
        said = parseNotifyMessage(QByteArrayView(buffer.data(), size));
    const auto service = said ? serviceOf(pid, m_leaders) : std::nullopt;
    if (!service) {
        ++m_dropped;
        if (said)
            keepUnclaimed(pid, *said);
        return true;
    }
    Q_EMIT message(*service, pid, *said);
    return true;
}

} // namespace foghorn
