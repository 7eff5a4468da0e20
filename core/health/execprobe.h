#pragma once

#include "core/base/secrets.h"
#include "core/health/probe.h"
#include "core/health/probefactory.h"

namespace foghorn {

struct ChildOutcome;

/// Passes when a program ends with 0; its last line of output is the message. Given up, it is killed with all it
/// started.
class ExecProbe final : public Probe
{
    Q_OBJECT
public:
    ExecProbe(ProbeSpec spec, ProbeSurroundings surroundings);

    void start(milliseconds timeout) override;
    void cancel() override;
    ProbeAnswer timeoutAnswer(milliseconds timeout) const override;
    void setPid(qint64 pid) override;

private:
    void onEnded(const ChildOutcome &outcome);
    ProbeDetails details() const;

    ProbeSpec m_spec;
    ProbeSurroundings m_surroundings;
    SecretValues m_secrets; ///< of the environment: not to be shown where its command or its words have them
    std::unique_ptr<QObject> m_run; ///< with it goes the child under way; null when there is none
};

} // namespace foghorn
