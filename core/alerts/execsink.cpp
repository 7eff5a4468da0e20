#include "core/alerts/execsink.h"

#include "core/base/units.h"
#include "core/model/words.h"
#include "core/process/childprogram.h"

#include <QFutureWatcher>

namespace foghorn {
namespace {

SinkOutcome outcomeOf(const ChildOutcome &child, milliseconds timeout)
{
    using Kind = SinkOutcome::Kind;
    if (child.timedOut)
        return {Kind::Later, QStringLiteral("not done within %1").arg(formatDuration(timeout))};
    switch (child.exit.kind) {
    case ExitInfo::Kind::Exited:
        if (child.exit.code == 0)
            return {Kind::Told, {}};
        return {Kind::Later, QStringLiteral("it ended with code %1").arg(child.exit.code)};
    case ExitInfo::Kind::Signaled:
        return {Kind::Later, QStringLiteral("%1 ended it").arg(signalName(child.exit.signal))};
    case ExitInfo::Kind::SpawnFailed:
        return {Kind::Later, child.exit.reason};
    case ExitInfo::Kind::Unknown:
        return {Kind::Later, QStringLiteral("how it ended is not known")};
    }
    Q_UNREACHABLE();
}

} // namespace

ExecSink::ExecSink(ExecSinkSpec spec, QList<QByteArray> environment, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_environment(std::move(environment))
{
}

ExecSink::~ExecSink() = default;

void ExecSink::tell(const QByteArray &body, Done done)
{
    ChildOrder order;
    for (const QString &word : m_spec.command)
        order.argv.append(word.toLocal8Bit());
    order.environment = m_environment;
    order.timeout = m_spec.timeout;
    order.input = body + '\n';
    auto *watcher = new QFutureWatcher<ChildOutcome>(this);
    connect(watcher, &QFutureWatcher<ChildOutcome>::finished, this,
        [watcher, timeout = m_spec.timeout, done = std::move(done)] {
            watcher->deleteLater();
            if (!watcher->isCanceled())
                done(outcomeOf(watcher->result(), timeout));
        });
    watcher->setFuture(runChildProgram(order, this));
}

} // namespace foghorn
