#pragma once

#include "core/base/serviceid.h"
#include "core/crashes/specfacts.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace foghorn {

/// The files below `<state dir>/crashes`: a directory for each service with its newest reports, and what the services
/// were described as when they last came up well. Holds nothing but the path; all calls are for a worker thread, one at
/// a time.
class CrashStore
{
public:
    static constexpr qsizetype reportsKept = 20; ///< of each service

    explicit CrashStore(QString directory);

    /// Keeps a report and lets the oldest go. `endedAtMs` and `pid` name it.
    bool add(const ServiceId &service, qint64 endedAtMs, qint64 pid, const QByteArray &report) const;
    /// Newest first; files that are no JSON object are passed over.
    QList<QByteArray> newest(const ServiceId &service, qsizetype limit) const;

    /// Replaces what is kept of `names`, which are described in `services`, and leaves all others as they are.
    bool keepGood(const QSet<ServiceId> &names, const QList<ServiceSpec> &services) const;
    std::optional<SpecFacts> goodFacts(const ServiceId &service) const;

private:
    QString folderOf(const ServiceId &service) const;
    QString goodFile() const;

    QString m_directory;
};

} // namespace foghorn
