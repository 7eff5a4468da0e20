#include "core/api/commandanswer.h"

#include "core/json/servicesanswer.h"

namespace foghorn {
namespace {

int statusOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Done:
        return 200;
    case Verdict::Accepted:
        return 202;
    case Verdict::NotFound:
        return 404;
    case Verdict::Conflict:
        return 409;
    case Verdict::Failed:
        return 500;
    case Verdict::Invalid:
        return 400;
    case Verdict::ShuttingDown:
        return 503;
    }
    Q_UNREACHABLE();
}

bool isGood(Verdict verdict) { return verdict == Verdict::Done || verdict == Verdict::Accepted; }

} // namespace

HttpReply serviceCommandReply(
    const ApiContext &context, const ServiceId &service, CommandWords words, const CommandOutcome &outcome)
{
    if (!isGood(outcome.verdict))
        return refusalOf(outcome.verdict, outcome.message);
    const RegistryEntry *entry = context.registry.find(service);
    if (!entry)
        return context.noSuchService(service); // a reload took it away meanwhile
    const QString message = outcome.verdict == Verdict::Done
        ? QStringLiteral("Service '%1' %2 successfully").arg(service, QLatin1String(words.done))
        : QStringLiteral("The %1 of service '%2' has begun").arg(QLatin1String(words.verb), service);
    return HttpReply::json(commandAnswer(*entry, message), statusOf(outcome.verdict));
}

HttpReply plainCommandReply(const ApiContext &context, const ServiceId &service, const CommandOutcome &outcome)
{
    if (!isGood(outcome.verdict))
        return refusalOf(outcome.verdict, outcome.message);
    const RegistryEntry *entry = context.registry.find(service);
    return entry ? HttpReply::json(commandAnswer(*entry, outcome.message), statusOf(outcome.verdict))
                 : context.noSuchService(service);
}

HttpReply fleetCommandReply(const ApiContext &context, CommandWords words, const CommandOutcome &outcome)
{
    if (!isGood(outcome.verdict))
        return refusalOf(outcome.verdict, outcome.message);
    const QString message = outcome.verdict == Verdict::Done
        ? QStringLiteral("All services %1 successfully").arg(QLatin1String(words.done))
        : QStringLiteral("The %1 of all services has begun").arg(QLatin1String(words.verb));
    return HttpReply::json(fleetCommandAnswer(context.registry, message), statusOf(outcome.verdict));
}

HttpReply refusalOf(
    Verdict verdict, const QString &message, const QList<QString> &faults, const QList<QList<ServiceId>> &cycles)
{
    const QString detail =
        message.isEmpty() ? QStringLiteral("It was refused; look at the events for the reason.") : message;
    return HttpReply::problem(statusOf(verdict), detail, faults, cycles);
}

} // namespace foghorn
