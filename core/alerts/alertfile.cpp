#include "core/alerts/alertfile.h"

#include "core/base/wholefile.h"

#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>

namespace foghorn {
namespace {

/// As JSON of at most mostBytes; empty when not even the open alerts fit. Sets `isShortened` when something was left
/// out.
QByteArray fitting(SavedAlerts &saved, qint64 mostBytes, bool &isShortened)
{
    QByteArray json = toJson(saved);
    while (json.size() > mostBytes) {
        isShortened = true;
        const auto isResolved = [](const Alert &alert) { return alert.resolvedAt.has_value(); };
        auto surplus = (std::count_if(saved.alerts.cbegin(), saved.alerts.cend(), isResolved) + 1) / 2;
        if (!saved.outbox.isEmpty())
            saved.outbox.clear();
        else if (surplus == 0)
            return {};
        else
            saved.alerts.removeIf([&](const Alert &alert) { return isResolved(alert) && surplus-- > 0; });
        json = toJson(saved);
    }
    return json;
}

} // namespace

AlertFile::Outcome AlertFile::write(const QString &path, qint64 mostBytes, SavedAlerts saved)
{
    Outcome outcome;
    const QByteArray json = fitting(saved, mostBytes, outcome.isShortened);
    if (json.isEmpty()) {
        outcome.failure = QStringLiteral("the open alerts alone are larger than %1 bytes").arg(mostBytes);
        return outcome;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(json) != json.size() || !commitWhole(file))
        outcome.failure = file.errorString();
    return outcome;
}

AlertFile::AlertFile(QString path, QObject *parent, qint64 mostBytes)
    : QObject(parent)
    , m_path(std::move(path))
    , m_mostBytes(mostBytes)
{
    m_worker.setMaxThreadCount(1);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &AlertFile::onWritten);
}

AlertFile::~AlertFile()
{
    m_worker.waitForDone();
    if (m_waiting)
        write(m_path, m_mostBytes, *m_waiting);
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
    const std::optional<SavedAlerts> saved = savedAlertsFromJson(file.read(m_mostBytes));
    file.close();
    if (!saved)
        setAside(QStringLiteral("corrupt"), now);
    return saved.value_or(SavedAlerts{});
}

void AlertFile::setAside(const QString &why, WallTime now)
{
    const QString time =
        QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).toUTC().toString(u"yyyyMMddTHHmmsszzzZ");
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
    m_writing.setFuture(
        QtConcurrent::run(&m_worker, &AlertFile::write, m_path, m_mostBytes, *std::exchange(m_waiting, std::nullopt)));
}

void AlertFile::onWritten()
{
    const Outcome outcome = m_writing.result();
    const bool wasFailing = std::exchange(m_isFailing, !outcome.failure.isEmpty());
    const bool wasShortened = std::exchange(m_isShortened, outcome.isShortened);
    if (m_waiting)
        begin();
    if (m_isFailing && !wasFailing)
        Q_EMIT writeFailed(QStringLiteral("%1 cannot be written: %2").arg(m_path, outcome.failure));
    if (m_isShortened && !wasShortened)
        Q_EMIT shortened(QStringLiteral("%1 would be too large: what still waits to be told, and old resolved alerts, "
                                        "would not outlive this orchestrator")
                             .arg(m_path));
}

} // namespace foghorn
