#include "core/process/notifymessage.h"
#include "tests/fuzz/targets/rules.h"
#include "tests/fuzz/targets/targets.h"

namespace foghorn {

void fuzzNotify(QByteArrayView input)
{
    using namespace std::chrono_literals;
    const std::optional<NotifyMessage> message = parseNotifyMessage(input);
    if (!message)
        return;
    mustHold(input.size() <= notifyMessageLimit, "no long datagram is read");
    if (message->status) {
        mustBePrintable(*message->status, "a status is printable");
        mustHold(message->status->size() <= statusTextLimit, "a status is short");
    }
    mustHold(!message->mainPid || *message->mainPid > 1, "a main pid is above 1");
    for (const auto &time : {message->extendTimeout, message->watchdogTimeout})
        mustHold(!time || (*time >= 0us && *time <= 24h), "a time is at most a day");
    mustHold(parseNotifyMessage(input) == message, "the same says the same");
}

} // namespace foghorn
