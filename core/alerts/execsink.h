#pragma once

#include "core/alerts/alertsink.h"
#include "core/model/alertspec.h"

#include <QList>
#include <QObject>

namespace foghorn {

/// Runs a program with the alert as JSON on its standard input. Killed with all it started when its time is over.
class ExecSink final : public QObject, public AlertSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExecSink)
public:
    /// `environment`: "NAME=value", complete.
    ExecSink(ExecSinkSpec spec, QList<QByteArray> environment, QObject *parent = nullptr);
    ~ExecSink() override;

    void tell(const QByteArray &body, Done done) override;

private:
    const ExecSinkSpec m_spec;
    const QList<QByteArray> m_environment;
};

} // namespace foghorn
