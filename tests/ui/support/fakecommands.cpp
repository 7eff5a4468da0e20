#include "tests/ui/support/fakecommands.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace foghorn {

QFuture<CommandOutcome> FakeCommands::note(const QString &what, const CommandOptions &options)
{
    QString words = what;
    if (options.force)
        words += QStringLiteral(" force");
    if (options.cascade)
        words += QStringLiteral(" cascade");
    asked.append(words);
    m_open.push_back({words, std::make_unique<QPromise<CommandOutcome>>()});
    m_open.back().promise->start();
    return m_open.back().promise->future();
}

QFuture<CommandOutcome> FakeCommands::start(const ServiceId &service, const CommandOptions &options, const Actor &)
{
    return note(QStringLiteral("start ") + service, options);
}

QFuture<CommandOutcome> FakeCommands::stop(const ServiceId &service, const CommandOptions &options, const Actor &)
{
    return note(QStringLiteral("stop ") + service, options);
}

QFuture<CommandOutcome> FakeCommands::restart(const ServiceId &service, const CommandOptions &options, const Actor &)
{
    return note(QStringLiteral("restart ") + service, options);
}

QFuture<CommandOutcome> FakeCommands::resetFailed(const ServiceId &service, const Actor &)
{
    return note(QStringLiteral("resetFailed ") + service);
}

QFuture<CommandOutcome> FakeCommands::startAll(const CommandOptions &options, const Actor &)
{
    return note(QStringLiteral("startAll"), options);
}

QFuture<CommandOutcome> FakeCommands::stopAll(const CommandOptions &options, const Actor &)
{
    return note(QStringLiteral("stopAll"), options);
}

QFuture<QList<CheckResult>> FakeCommands::checkNow(const QList<ServiceId> &services, const Actor &)
{
    asked.append(QStringLiteral("check ") + services.join(QLatin1Char(',')));
    m_openChecks.push_back(std::make_unique<QPromise<QList<CheckResult>>>());
    m_openChecks.back()->start();
    return m_openChecks.back()->future();
}

QFuture<ReloadOutcome> FakeCommands::reload(bool planOnly, const Actor &)
{
    asked.append(planOnly ? QStringLiteral("reload plan") : QStringLiteral("reload"));
    QPromise<ReloadOutcome> promise;
    promise.start();
    promise.addResult(reloads);
    promise.finish();
    return promise.future();
}

QFuture<CommandOutcome> FakeCommands::shutdown(const Actor &) { return note(QStringLiteral("shutdown")); }

void FakeCommands::end(const CommandOutcome &outcome)
{
    const auto ending = std::exchange(m_open, {}); // who hears it may ask for the next thing
    for (const Open &open : ending) {
        open.promise->addResult(outcome);
        open.promise->finish();
    }
}

void FakeCommands::endOnly(const QString &what, const CommandOutcome &outcome)
{
    const auto found =
        std::stable_partition(m_open.begin(), m_open.end(), [&what](const Open &open) { return open.what != what; });
    auto others = std::vector<Open>(std::make_move_iterator(m_open.begin()), std::make_move_iterator(found));
    m_open.erase(m_open.begin(), found);
    end(outcome);
    m_open = std::move(others);
}

void FakeCommands::endChecks(const QList<CheckResult> &results)
{
    for (const auto &promise : m_openChecks) {
        promise->addResult(results);
        promise->finish();
    }
    m_openChecks.clear();
}

} // namespace foghorn
