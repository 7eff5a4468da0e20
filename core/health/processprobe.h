#pragma once

#include "core/health/probe.h"

#include <QTimer>

namespace foghorn {

/// Passes while the service's leader lives.
class ProcessProbe final : public Probe
{
    Q_OBJECT
public:
    ProcessProbe();

    void start(milliseconds timeout) override;
    void cancel() override;
    ProbeAnswer timeoutAnswer(milliseconds timeout) const override;
    void setPid(qint64 pid) override;

private:
    void look();
    ProbeDetails details() const;

    qint64 m_pid = 0;
    QTimer m_later; ///< a look takes no time, but an answer is promised later
};

} // namespace foghorn
