#include "core/alerts/alertfile.h"

#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace foghorn {
namespace {

/// Why it could not be written; empty: it was.
QString write(const QString &path, const SavedAlerts &saved)
{
    QSaveFile file(path);
    const QByteArray json = toJson(saved);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(json) != json.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace

AlertFile::AlertFile(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_worker.setMaxThreadCount(1);
    connect(&m_writing, &QFutureWatcher<QString>::finished, this, &AlertFile::onWritten);
}

AlertFile::~AlertFile()
{
    m_worker.waitForDone();
    if (m_waiting)
        write(m_path, *m_waiting);
}

SavedAlerts AlertFile::load(WallTime now)
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        m_notice = QStringLiteral("%1 cannot be read (%2); alerts begin anew").arg(m_path, file.errorString());
        return {};
    }
    constexpr qint64 mostBytes = 64 * 1024 * 1024;
    const std::optional<SavedAlerts> saved = savedAlertsFromJson(file.read(mostBytes));
    file.close();
    if (!saved)
        setAside(QStringLiteral("corrupt"), now);
    return saved.value_or(SavedAlerts{});
}

void AlertFile::setAside(const QString &why, WallTime now)
{
    const QString time =
        QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC).toString(u"yyyyMMddTHHmmsszzzZ");
    const QString aside = m_path + u'.' + why + u'-' + time;
    m_notice = QFile::rename(m_path, aside)
        ? QStringLiteral("%1 cannot be understood; it was set aside as %2 and alerts begin anew").arg(m_path, aside)
        : QStringLiteral("%1 cannot be understood; alerts begin anew").arg(m_path);
}

void AlertFile::save(const SavedAlerts &saved)
{
    m_waiting = saved;
    if (!m_writing.isRunning())
        begin();
}

void AlertFile::begin()
{
    m_writing.setFuture(QtConcurrent::run(&m_worker, &write, m_path, *std::exchange(m_waiting, std::nullopt)));
}

void AlertFile::onWritten()
{
    const QString reason = m_writing.result();
    const bool wasFailing = std::exchange(m_isFailing, !reason.isEmpty());
    if (m_waiting)
        begin();
    if (m_isFailing && !wasFailing)
        Q_EMIT writeFailed(QStringLiteral("%1 cannot be written: %2").arg(m_path, reason));
}

} // namespace foghorn
