#include "core/keeper/protocol.h"
#include "core/keeper/wire.h"

// Orders and reports as frames; they are read in protocoldecode.cpp.

namespace foghorn::keeper {
namespace {

FrameWriter begin(std::size_t type)
{
    FrameWriter writer;
    writer.number(protocolVersion << 16U | static_cast<std::uint32_t>(type));
    return writer;
}

void write(FrameWriter &w, const std::vector<std::string> &texts)
{
    w.number(static_cast<std::uint32_t>(texts.size()));
    for (const std::string &text : texts)
        w.text(text);
}

void write(FrameWriter &w, const std::optional<std::int64_t> &value)
{
    w.number(value ? 1 : 0);
    w.wide(value.value_or(0));
}

void write(FrameWriter &w, const Ending &ending)
{
    w.number(ending.known ? 1 : 0);
    w.number(static_cast<std::uint32_t>(ending.status));
}

void write(FrameWriter &w, const SpawnOrder &order)
{
    w.text(order.service);
    write(w, order.argv);
    write(w, order.environment);
    w.text(order.workingDirectory);
    w.text(order.user);
    w.text(order.logFile);
    write(w, order.nofile);
    write(w, order.memory);
    write(w, order.core);
    w.text(order.fingerprint);
    w.number(order.noNewPrivileges ? 1 : 0);
    w.number(order.capabilities ? 1 : 0);
    w.wide(static_cast<std::int64_t>(order.capabilities.value_or(0)));
}

void write(FrameWriter &w, const SignalOrder &order)
{
    w.text(order.service);
    w.number(static_cast<std::uint32_t>(order.signal));
    w.number(static_cast<std::uint32_t>(order.target));
}

void write(FrameWriter &w, const ForgetOrder &order) { w.text(order.service); }
void write(FrameWriter &w, const ListTreeOrder &order) { w.text(order.service); }
void write(FrameWriter &, const EndOrder &) { }

void write(FrameWriter &w, const NoteOrder &order)
{
    w.text(order.service);
    w.text(order.note);
}

void write(FrameWriter &w, const KeptReport &report)
{
    w.number(static_cast<std::uint32_t>(report.services.size()));
    for (const KeptService &kept : report.services) {
        w.text(kept.service);
        w.wide(kept.pid);
        w.wide(kept.startedAtMs);
        w.number(kept.leaderAlive ? 1 : 0);
        w.number(kept.treeEmpty ? 1 : 0);
        write(w, kept.ending);
        w.wide(kept.endedAtMs);
        w.text(kept.fingerprint);
        w.text(kept.note);
    }
}

void write(FrameWriter &w, const SpawnedReport &report)
{
    w.text(report.service);
    w.wide(report.pid);
    w.wide(report.startedAtMs);
}

void write(FrameWriter &w, const SpawnFailedReport &report)
{
    w.text(report.service);
    w.number(static_cast<std::uint32_t>(report.failure.step));
    w.number(static_cast<std::uint32_t>(report.failure.error));
    w.text(report.failure.detail);
}

void write(FrameWriter &w, const ExitedReport &report)
{
    w.text(report.service);
    write(w, report.ending);
    w.number(report.treeEmpty ? 1 : 0);
}

void write(FrameWriter &w, const TreeEmptyReport &report) { w.text(report.service); }

void write(FrameWriter &w, const TreeListedReport &report)
{
    w.text(report.service);
    w.number(static_cast<std::uint32_t>(report.pids.size()));
    for (const std::int64_t pid : report.pids)
        w.wide(pid);
}

void write(FrameWriter &w, const RefusedReport &report) { w.wide(report.holder); }

void write(FrameWriter &w, const NotifySocketsReport &report)
{
    w.text(report.own);
    w.text(report.others);
}

void write(FrameWriter &w, const NotifiedReport &report)
{
    w.text(report.service);
    w.wide(report.pid);
    w.text(report.text);
}

void write(FrameWriter &w, const LeaderReport &report)
{
    w.text(report.service);
    w.wide(report.pid);
    w.number(report.isRefused ? 1 : 0);
}

void write(FrameWriter &w, const NotUnderstoodReport &report) { w.number(report.type); }

} // namespace

std::string encode(const Order &order)
{
    FrameWriter w = begin(order.index());
    std::visit([&w](const auto &value) { write(w, value); }, order);
    return w.take();
}

std::string encode(const Report &report)
{
    FrameWriter w = begin(reportBase + report.index());
    std::visit([&w](const auto &value) { write(w, value); }, report);
    return w.take();
}

} // namespace foghorn::keeper
