#include "core/health/processprobe.h"

#include "core/health/probewords.h"
#include "core/process/processalive.h"

namespace foghorn {

ProcessProbe::ProcessProbe()
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &ProcessProbe::look);
}

void ProcessProbe::start(milliseconds) { m_later.start(0); }

void ProcessProbe::cancel() { m_later.stop(); }

void ProcessProbe::setPid(qint64 pid) { m_pid = pid; }

ProbeDetails ProcessProbe::details() const
{
    return {{QStringLiteral("probe"), QStringLiteral("process")}, {QStringLiteral("pid"), QString::number(m_pid)}};
}

ProbeAnswer ProcessProbe::timeoutAnswer(milliseconds timeout) const
{
    return {.message = QStringLiteral("no answer in %1").arg(spoken(timeout)), .details = details()};
}

void ProcessProbe::look()
{
    const bool lives = isProcessAlive(m_pid);
    Q_EMIT answered({.passed = lives,
        .message = lives ? QStringLiteral("process %1 lives").arg(m_pid)
                         : QStringLiteral("process %1 does not live").arg(m_pid),
        .details = details()});
}

} // namespace foghorn
