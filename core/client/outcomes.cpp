#include "core/client/outcomes.h"

#include "core/json/fleetanswers.h"
#include "core/json/jsonreading.h"

namespace foghorn {
namespace {

Verdict verdictOf(int status)
{
    switch (status) {
    case 200:
        return Verdict::Done;
    case 202:
        return Verdict::Accepted;
    case 404:
        return Verdict::NotFound;
    case 409:
        return Verdict::Conflict;
    case 400:
    case 413:
    case 415:
        return Verdict::Invalid;
    case 503:
        return Verdict::ShuttingDown;
    default:
        return Verdict::Failed;
    }
}

} // namespace

QString whyNotAnswered(const Result<ApiAnswer> &answer)
{
    return answer ? answer.value().problem() : answer.error().text;
}

CommandOutcome outcomeOf(const Result<ApiAnswer> &answer)
{
    if (!answer)
        return {Verdict::Failed, QStringLiteral("%1; whether it was done is not known").arg(answer.error().text)};
    if (!answer.value().isSuccess())
        return {verdictOf(answer.value().status), answer.value().problem()};
    return {verdictOf(answer.value().status), answer.value().object().value(u"message").toString()};
}

ReloadOutcome reloadOutcomeOf(const Result<ApiAnswer> &answer)
{
    if (answer && answer.value().isSuccess())
        return reloadFromJson(answer.value().object());
    ReloadOutcome outcome;
    const CommandOutcome refusal = outcomeOf(answer);
    outcome.verdict = refusal.verdict;
    outcome.message = refusal.message;
    if (answer) {
        outcome.faults = readTexts(answer.value().object(), QLatin1String("faults"));
        outcome.cycles = readTextLists(answer.value().object(), QLatin1String("cycles"));
    }
    return outcome;
}

} // namespace foghorn
