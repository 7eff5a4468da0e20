#pragma once

#include "core/api/apicontext.h"
#include "core/commands/commands.h"

namespace foghorn {

/// How a command is spoken of: "restart", "restarted".
struct CommandWords
{
    const char *verb;
    const char *done;
};

/// The answer to start, stop or restart of one service.
HttpReply serviceCommandReply(
    const ApiContext &context, const ServiceId &service, CommandWords words, const CommandOutcome &outcome);
/// The answer to a command of one service that says itself what came of it.
HttpReply plainCommandReply(const ApiContext &context, const ServiceId &service, const CommandOutcome &outcome);
/// The answer to start or stop of all.
HttpReply fleetCommandReply(const ApiContext &context, CommandWords words, const CommandOutcome &outcome);

/// The problem for a verdict that is none of Done and Accepted.
HttpReply refusalOf(Verdict verdict, const QString &message, const QList<QString> &faults = {},
    const QList<QList<ServiceId>> &cycles = {});

} // namespace foghorn
