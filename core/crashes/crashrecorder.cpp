#include "core/crashes/crashrecorder.h"

#include "core/base/secrets.h"
#include "core/crashes/corefile.h"
#include "core/crashes/crashjson.h"
#include "core/crashes/lastlines.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <utility>

namespace foghorn {
namespace {

constexpr qsizetype logLines = 200;
constexpr std::size_t checksShown = 20;
constexpr std::size_t samplesKept = 12; // a minute of them, 5 s apart
constexpr milliseconds curveLength = 60s;
constexpr milliseconds usualGoodDelay = 10s;
constexpr int mostPending = 200;

} // namespace

/// What the worker needs of one end.
struct CrashRecorder::Pending
{
    CrashReport report;
    QString logFile;
    qint64 logEnd = 0; ///< what comes behind it the next run wrote
    std::optional<ServiceSpec> now;
    std::optional<ServiceSpec> good;
    bool wasReady = false; ///< although not for long

    /// A report is made to be shown around: what the log says of the secrets that the service was given is left out.
    QList<QString> withoutKnownSecrets(const QList<QString> &lines) const
    {
        SecretValues secrets = SecretValues::ofThisProcess();
        for (const auto *spec : {&now, &good}) {
            if (!*spec)
                continue;
            for (const auto &[name, value] : (*spec)->environment)
                secrets.add(name, value);
        }
        return secrets.hiddenIn(QStringList(lines).join(u'\n')).split(u'\n', Qt::SkipEmptyParts);
    }
    /// In the worker. False when it could not be kept.
    bool write(const CrashStore &store)
    {
        report.log = withoutKnownSecrets(lastLines(logFile, logLines, logEnd));
        const CorePattern pattern = CorePattern::read();
        if (report.end.exit.coreDumped)
            report.coreHandler = pattern.handler();
        report.core = findCore(pattern, report.end, now ? now->workingDirectory : QString());
        auto before = good ? std::optional(factsOf(*good)) : store.goodFacts(report.end.service);
        if (!before && wasReady && now)
            before = factsOf(*now);
        if (before && now)
            report.changes = changesBetween(*before, factsOf(*now));
        const qint64 endedAt = report.end.endedAt.time_since_epoch().count();
        return store.add(report.end.service, endedAt, report.end.pid, crashJson(report));
    }
};

CrashRecorder::CrashRecorder(const ServiceRegistry &registry, QString directory, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_store(std::move(directory))
{
    m_pool.setMaxThreadCount(1);
    m_goodTimer.setSingleShot(true);
    m_goodTimer.setInterval(usualGoodDelay);
    connect(&m_goodTimer, &QTimer::timeout, this, [this] {
        judgeStarts(false);
        writeGood();
    });
}

CrashRecorder::~CrashRecorder()
{
    judgeStarts(false);
    writeGood();
    m_pool.waitForDone();
}

void CrashRecorder::setServices(const QList<ServiceSpec> &services)
{
    judgeStarts(true);
    writeGood(); // what came up with the description before
    QHash<ServiceId, ServiceSpec> young;
    for (auto run = m_ready.cbegin(); run != m_ready.cend(); ++run)
        young.insert(run.key(), *specOf(run.key()));
    m_services = services;
    m_indexes.clear();
    for (qsizetype i = 0; i < services.size(); ++i)
        m_indexes.insert(services.at(i).name, i);
    m_good.removeIf([this](const auto &good) { return !m_indexes.contains(good.key()); });
    m_ready.removeIf([&](const auto &run) {
        const ServiceSpec *spec = specOf(run.key());
        return !spec || *spec != young.value(run.key()); // a run with another description
    });
}

const ServiceSpec *CrashRecorder::specOf(const ServiceId &service) const
{
    const auto found = m_indexes.constFind(service);
    return found == m_indexes.cend() ? nullptr : &m_services.at(*found);
}

void CrashRecorder::noteReady(const ServiceId &service)
{
    const ServiceSpec *spec = specOf(service);
    const auto good = m_good.constFind(service);
    if (!spec || (good != m_good.cend() && *good == *spec))
        return;
    m_ready.insert(service, Now::read().mono);
    if (!m_goodTimer.isActive())
        m_goodTimer.start();
}

void CrashRecorder::judgeStarts(bool isReplaced)
{
    const MonoTime now = Now::read().mono;
    const QHash<ServiceId, MonoTime> ready = std::exchange(m_ready, {});
    for (auto run = ready.cbegin(); run != ready.cend(); ++run) {
        const bool hasLasted = now - run.value() >= m_goodTimer.intervalAsDuration();
        if (hasLasted || (isReplaced && !m_good.contains(run.key())))
            noteGood(run.key());
        else
            m_ready.insert(run.key(), run.value());
    }
    if (m_ready.isEmpty())
        m_goodTimer.stop();
    else if (!m_goodTimer.isActive())
        m_goodTimer.start();
}

void CrashRecorder::noteGood(const ServiceId &service)
{
    if (const ServiceSpec *spec = specOf(service)) {
        m_good.insert(service, *spec);
        m_unwrittenGood.insert(service);
    }
}

void CrashRecorder::writeGood()
{
    if (m_unwrittenGood.isEmpty())
        return;
    m_pool.start([store = m_store, names = std::exchange(m_unwrittenGood, {}), services = m_services] {
        (void)store.keepGood(names, services);
    });
}

void CrashRecorder::noteUse(const QHash<ServiceId, ResourceUse> &uses)
{
    const WallTime now = Now::read().wall;
    // Those that run no more have no curve.
    m_curves.removeIf([&uses](const auto &curve) { return !uses.contains(curve.key()); });
    for (auto use = uses.cbegin(); use != uses.cend(); ++use) {
        auto curve = m_curves.find(use.key());
        if (curve == m_curves.end())
            curve = m_curves.insert(use.key(), RingBuffer<UseSample>(samplesKept));
        curve->append({now, use->cpuPercent, use->memory, use->threads, use->descriptors});
    }
}

void CrashRecorder::noteEnd(const RunEnd &end)
{
    judgeStarts(false);
    const bool wasReady = m_ready.remove(end.service);
    const auto curve = m_curves.constFind(end.service);
    const RegistryEntry *entry = m_registry.find(end.service);
    if (!entry || m_pending >= mostPending)
        return;
    Pending pending;
    pending.report.end = end;
    pending.report.version = entry->info.version;
    for (const CheckResult &check : entry->checks.tail(checksShown))
        pending.report.checks.append(check);
    for (std::size_t i = 0; curve != m_curves.cend() && i < curve->size(); ++i) {
        const UseSample &sample = curve->at(i);
        const bool isOfThisRun = !end.startedAt || sample.at >= *end.startedAt;
        if (isOfThisRun && sample.at + curveLength >= end.endedAt)
            pending.report.curve.append(sample);
    }
    m_curves.remove(end.service);
    pending.logFile = entry->info.logFile;
    pending.logEnd = QFileInfo(pending.logFile).size();
    if (const ServiceSpec *spec = specOf(end.service))
        pending.now = *spec;
    if (const auto good = m_good.constFind(end.service); good != m_good.cend())
        pending.good = *good;
    pending.wasReady = wasReady;
    ++m_pending;
    QtConcurrent::run(&m_pool, [store = m_store, pending]() mutable {
        return pending.write(store);
    }).then(this, [this, service = end.service](bool isKept) {
        --m_pending;
        if (isKept)
            Q_EMIT recorded(service);
    });
}

QFuture<Result<QList<QByteArray>>> CrashRecorder::newest(const ServiceId &service, qsizetype limit)
{
    return QtConcurrent::run(
        &m_pool, [store = m_store, service, limit] { return Result<QList<QByteArray>>(store.newest(service, limit)); });
}

} // namespace foghorn
