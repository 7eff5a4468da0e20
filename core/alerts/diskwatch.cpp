#include "core/alerts/diskwatch.h"

#include <QLocale>
#include <QStorageInfo>
#include <QtConcurrentRun>

namespace foghorn {
namespace {

constexpr std::chrono::seconds interval{30};

/// -1: it cannot be told.
qint64 freeAt(const QString &path)
{
    const QStorageInfo disk(path);
    return disk.isValid() && disk.isReady() ? disk.bytesAvailable() : -1;
}

QString sizeText(qint64 bytes) { return QLocale::c().formattedDataSize(bytes, 1); }

} // namespace

QString diskProblem(qint64 free, qint64 floor, bool wasFull)
{
    if (free < 0 || free >= (wasFull ? floor + floor / 5 : floor))
        return {};
    return QStringLiteral("The disk of the state directory is nearly full: %1 are free, %2 should be")
        .arg(sizeText(free), sizeText(floor));
}

DiskWatch::DiskWatch(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_worker.setMaxThreadCount(1);
    connect(&m_timer, &QTimer::timeout, this, &DiskWatch::ask);
    connect(&m_asking, &QFutureWatcher<qint64>::finished, this, &DiskWatch::onAnswered);
    m_timer.start(interval);
}

DiskWatch::~DiskWatch() = default;

void DiskWatch::setFloor(qint64 bytes)
{
    m_floor = bytes;
    ask();
}

void DiskWatch::ask()
{
    if (!m_asking.isRunning())
        m_asking.setFuture(QtConcurrent::run(&m_worker, &freeAt, m_path));
}

void DiskWatch::onAnswered()
{
    const QString problem = diskProblem(m_asking.result(), m_floor, !m_problem.isEmpty());
    const bool isNews = problem.isEmpty() != m_problem.isEmpty();
    m_problem = problem;
    if (isNews)
        Q_EMIT problemChanged(problem);
}

} // namespace foghorn
