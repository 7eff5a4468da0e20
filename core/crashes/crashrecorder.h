#pragma once

#include "core/base/ringbuffer.h"
#include "core/crashes/crashreport.h"
#include "core/crashes/crashstore.h"
#include "core/model/servicestatus.h"
#include "core/registry/crashes.h"
#include "core/registry/serviceregistry.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace foghorn {

/// Puts together a report of each end that nobody wanted and keeps it. What can be slow (the log, a core file, writing)
/// is done in one worker thread, in order; when more ends wait for it than it can be expected to do, further ones are
/// counted and left out.
class CrashRecorder final : public QObject, public Crashes
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CrashRecorder)
public:
    /// `directory`: where the reports go; made with the first one.
    CrashRecorder(const ServiceRegistry &registry, QString directory, QObject *parent = nullptr);
    /// Waits for what is being written.
    ~CrashRecorder() override;

    /// The services as the fleet file describes them now.
    void setServices(const QList<ServiceSpec> &services);
    /// How long a run must last to have been a good start; 10 s unless told.
    void setGoodDelay(milliseconds delay) { m_goodTimer.setInterval(delay); }
    QFuture<Result<QList<QByteArray>>> newest(const ServiceId &service, qsizetype limit) override;

public Q_SLOTS:
    void noteEnd(const foghorn::RunEnd &end);
    void noteUse(const QHash<foghorn::ServiceId, foghorn::ResourceUse> &uses);
    /// It came up, with the description of now. That was a good start once it has lasted.
    void noteReady(const foghorn::ServiceId &service);

Q_SIGNALS:
    /// A report is on the disk.
    void recorded(const foghorn::ServiceId &service);

private:
    struct Pending;
    /// Takes for good what has lasted; `isReplaced`: also what ran until its description was replaced, where nothing
    /// better is known.
    void judgeStarts(bool isReplaced);
    void noteGood(const ServiceId &service);
    void writeGood();
    /// Null: not in the fleet. Until the next setServices().
    const ServiceSpec *specOf(const ServiceId &service) const;

    const ServiceRegistry &m_registry;
    const CrashStore m_store;
    QList<ServiceSpec> m_services; ///< as they are described now; shared with the fleet
    QHash<ServiceId, qsizetype> m_indexes; ///< of each in m_services
    QHash<ServiceId, ServiceSpec> m_good; ///< with which each came up well; only of those in m_services
    QHash<ServiceId, RingBuffer<UseSample>> m_curves; ///< of services that run
    QHash<ServiceId, MonoTime> m_ready; ///< since when runs last that are no good starts yet
    QSet<ServiceId> m_unwrittenGood;
    QTimer m_goodTimer;
    int m_pending = 0;
    QThreadPool m_pool;
};

} // namespace foghorn
