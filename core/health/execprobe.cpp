#include "core/health/execprobe.h"

#include "core/health/probewords.h"
#include "core/model/words.h"
#include "core/process/childprogram.h"

#include <QFutureWatcher>

namespace foghorn {
namespace {

QString lastLine(const QByteArray &output)
{
    const QByteArray text = output.trimmed();
    return QString::fromUtf8(text.mid(text.lastIndexOf('\n') + 1));
}

/// How it ended, in words.
QString ending(const ExitInfo &exit)
{
    switch (exit.kind) {
    case ExitInfo::Kind::Exited:
        return QStringLiteral("exit %1").arg(exit.code);
    case ExitInfo::Kind::Signaled:
        return QStringLiteral("killed by %1").arg(signalName(exit.signal));
    case ExitInfo::Kind::SpawnFailed:
        return shownLine(exit.reason);
    case ExitInfo::Kind::Unknown:
        break;
    }
    return QStringLiteral("ended in an unknown way");
}

} // namespace

ExecProbe::ExecProbe(ProbeSpec spec, ProbeSurroundings surroundings)
    : m_spec(std::move(spec))
    , m_surroundings(std::move(surroundings))
{
    m_secrets.add(m_surroundings.environment);
}

void ExecProbe::start(milliseconds timeout)
{
    Q_ASSERT(!m_run);
    ChildOrder order;
    for (const QString &argument : std::as_const(m_spec.command))
        order.argv.append(argument.toUtf8());
    order.environment = m_surroundings.environment;
    order.workingDirectory = m_surroundings.workingDirectory.toUtf8();
    order.user = m_surroundings.user;
    // Our owner keeps the deadline and cancels; this is the net below it.
    order.timeout = timeout + 5s;
    m_run = std::make_unique<QObject>();
    auto *const watcher = new QFutureWatcher<ChildOutcome>(m_run.get());
    connect(watcher, &QFutureWatcher<ChildOutcome>::finished, this, [this, watcher] {
        const QFuture<ChildOutcome> future = watcher->future();
        onEnded(future.resultCount() > 0 ? future.result() : ChildOutcome());
    });
    watcher->setFuture(runChildProgram(order, m_run.get()));
}

void ExecProbe::cancel() { m_run.reset(); }

void ExecProbe::setPid(qint64) { }

ProbeDetails ExecProbe::details() const
{
    return {{QStringLiteral("probe"), QStringLiteral("exec")},
        {QStringLiteral("command"), shownLine(m_secrets.hiddenIn(m_spec.command.join(u' ')))}};
}

ProbeAnswer ExecProbe::timeoutAnswer(milliseconds timeout) const
{
    return {.message = QStringLiteral("did not end in %1").arg(spoken(timeout)), .details = details()};
}

void ExecProbe::onEnded(const ChildOutcome &outcome)
{
    // The watcher that tells us is a child of m_run: it goes later.
    m_run.release()->deleteLater();
    const bool exited = outcome.exit.kind == ExitInfo::Kind::Exited;
    ProbeAnswer answer{.passed = exited && outcome.exit.code == 0, .details = details()};
    if (exited)
        answer.details.append({QStringLiteral("exit_code"), QString::number(outcome.exit.code)});
    const QString said = shownLine(m_secrets.hiddenIn(lastLine(outcome.output)));
    if (said.isEmpty())
        answer.message = ending(outcome.exit);
    else
        answer.message = answer.passed ? said : ending(outcome.exit) + u": " + said;
    Q_EMIT answered(answer);
}

} // namespace foghorn
