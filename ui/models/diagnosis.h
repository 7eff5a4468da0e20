#pragma once

#include "core/registry/servicelogs.h"
#include "core/registry/serviceregistry.h"

#include <QCoreApplication>

namespace foghorn {

/// All about one service that belongs into a report of what is wrong: state, cause, what it waits for, the last checks,
/// the last lines of its log. Plain text without secrets.
class Diagnosis
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::Diagnosis)
public:
    static constexpr qsizetype mostChecks = 20;
    static constexpr qsizetype mostLines = 50;

    /// `logFault`: why there are no lines; empty: there may be some. The service must be known.
    static QString text(
        const ServiceRegistry &registry, const ServiceId &service, const QList<LogLine> &log, const QString &logFault);
};

} // namespace foghorn
