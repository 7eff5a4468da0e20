#include "core/keeper/ledger.h"
#include "core/keeper/processtable.h"
#include "core/keeper/protocol.h"
#include "tests/fuzz/targets/rules.h"
#include "tests/fuzz/targets/targets.h"

namespace foghorn {
namespace {

void readFrame(std::string_view frame)
{
    const keeper::FrameHead head = keeper::headOf(frame);
    const auto order = keeper::decodeOrder(frame);
    const auto report = keeper::decodeReport(frame);
    mustHold(!order || !report, "no frame is both an order and a report");
    if (order)
        mustHold(keeper::encode(*order) == frame, "an order has one spelling");
    if (report)
        mustHold(keeper::encode(*report) == frame, "a report has one spelling");
    if (order || report)
        mustHold(!keeper::isUnknownOrder(head) && !keeper::isUnknownReport(head), "what is read is known");
}

void readLedger(std::string_view text)
{
    for (const auto &[name, entry] : keeper::parseLedger(text, "boot")) {
        mustHold(keeper::isSafeName(name), "a name in the ledger is safe");
        mustHold(entry.pid >= 0 && entry.leader.pid >= 0, "nobody else's process is meant");
    }
}

} // namespace

void fuzzKeeperFrames(QByteArrayView input)
{
    const unsigned kind = takeByte(input);
    const std::string_view text(input.data(), static_cast<std::size_t>(input.size()));
    if (kind == 'L')
        readLedger(text);
    else if (kind == 'S')
        keeper::parseProcessStat(text);
    else
        readFrame(text);
}

} // namespace foghorn
