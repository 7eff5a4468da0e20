#include "core/process/notifymessage.h"

#include "core/base/names.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

/// Plain decimal digits only: no sign, no space.
std::optional<qint64> numberOf(QByteArrayView text)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (text.isEmpty() || text.front() == '-' || error != std::errc() || end != text.end())
        return std::nullopt;
    return number;
}

void setFlag(bool &flag, QByteArrayView value)
{
    if (value == "1")
        flag = true;
}

void readField(NotifyMessage &message, QByteArrayView name, QByteArrayView value)
{
    if (name == "READY") {
        setFlag(message.ready, value);
    } else if (name == "RELOADING") {
        setFlag(message.reloading, value);
    } else if (name == "STOPPING") {
        setFlag(message.stopping, value);
    } else if (name == "WATCHDOG") {
        setFlag(message.watchdog, value);
        message.watchdogTrigger = message.watchdogTrigger || value == "trigger";
    } else if (name == "STATUS") {
        message.status =
            shortened(printable(QString::fromUtf8(value)), statusTextLimit); // what is no UTF-8 becomes U+FFFD
    } else if (const auto number = numberOf(value)) {
        if (name == "MAINPID" && *number > 1 && *number <= std::numeric_limits<int>::max())
            message.mainPid = *number;
        else if (name == "EXTEND_TIMEOUT_USEC")
            message.extendTimeout = std::min<std::chrono::microseconds>(std::chrono::microseconds(*number), 24h);
        else if (name == "WATCHDOG_USEC" && *number > 0)
            message.watchdogTimeout = std::min<std::chrono::microseconds>(std::chrono::microseconds(*number), 24h);
        else if (name == "ERRNO" && *number <= std::numeric_limits<int>::max())
            message.errorNumber = static_cast<int>(*number);
    }
}

} // namespace

std::optional<NotifyMessage> parseNotifyMessage(QByteArrayView datagram)
{
    if (datagram.size() > notifyMessageLimit)
        return std::nullopt;
    if (datagram.endsWith('\0'))
        datagram.chop(1);
    if (datagram.contains('\0'))
        return std::nullopt;
    NotifyMessage message;
    while (!datagram.isEmpty()) {
        const qsizetype end = datagram.indexOf('\n');
        const QByteArrayView line = end < 0 ? datagram : datagram.first(end);
        datagram = end < 0 ? QByteArrayView() : datagram.sliced(end + 1);
        if (const qsizetype equals = line.indexOf('='); equals > 0)
            readField(message, line.first(equals), line.sliced(equals + 1));
    }
    if (message == NotifyMessage())
        return std::nullopt;
    return message;
}

} // namespace foghorn
