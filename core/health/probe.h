#pragma once

#include "core/model/servicespec.h"

#include <QObject>

namespace foghorn {

using ProbeDetails = QList<QPair<QString, QString>>;

/// What one asking brought, before anybody counts it.
struct ProbeAnswer
{
    bool passed = false;
    bool couldNotAsk = false; ///< we ourselves lacked something (descriptors): says nothing about the service
    QString message{}; ///< one printable line
    ProbeDetails details{}; ///< facts in order, printable
};

/// One way to ask whether one service is well. Asks one question at a time and keeps no deadline: its owner does, and
/// cancels.
class Probe : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Probe)
public:
    ~Probe() override = default;

    /// Asks. answered() comes once, later, from the event loop; not after cancel(). Only when none is under way.
    virtual void start(milliseconds timeout) = 0;
    /// Gives the question up, with all that was started for it.
    virtual void cancel() = 0;
    /// What is to be said when no answer came in time. Asked before cancel().
    virtual ProbeAnswer timeoutAnswer(milliseconds timeout) const = 0;
    /// The service's leader; 0: it does not run. What was kept from an earlier one (connections) is let go.
    virtual void setPid(qint64 pid) = 0;

Q_SIGNALS:
    void answered(const foghorn::ProbeAnswer &answer);

protected:
    Probe() = default;
};

} // namespace foghorn
