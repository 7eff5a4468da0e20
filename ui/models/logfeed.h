#pragma once

#include "ui/models/logentry.h"

#include "core/registry/servicelogs.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>

namespace foghorn {

class LogModel;

/// Brings the lines of some services into the model: a few at a time, so that no turn of the loop takes long.
class LogFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFeed)
public:
    static constexpr qsizetype mostOldLines = 20'000; ///< of one service

    /// Both must outlive it.
    LogFeed(ServiceLogs &logs, LogModel &model, QObject *parent = nullptr);
    ~LogFeed() override;

    /// Empties the model and begins anew, unless it follows just these.
    void follow(const QList<ServiceId> &services);
    const QList<ServiceId> &services() const { return m_services; }
    /// Lines are kept but not shown, until resumed.
    void setPaused(bool paused);
    bool isPaused() const { return m_isPaused; }
    qsizetype waitingCount() const { return static_cast<qsizetype>(m_waiting.size()); }
    /// Nobody looks: nothing is read.
    void setHidden(bool hidden);
    bool isLoading() const { return m_isLoading; }
    /// Why logs cannot be read, one sentence each.
    const QMap<ServiceId, QString> &faults() const { return m_faults; }
    /// Files that hold lines from before the first ones.
    const QMap<ServiceId, QString> &older() const { return m_older; }

Q_SIGNALS:
    /// Of anything but the lines in the model.
    void changed();

private:
    void take(const LogNews &news);
    void moveSome();
    void addNote(const ServiceId &service, const QString &text);

    ServiceLogs &m_logs;
    LogModel &m_model;
    QList<ServiceId> m_services;
    std::unique_ptr<LogStream> m_stream;
    std::deque<LogLine> m_waiting;
    QHash<ServiceId, LogLevel> m_levels; ///< of the last line of each
    QHash<ServiceId, WallTime> m_latest; ///< the latest time that each has written
    QTimer m_mover;
    QMap<ServiceId, QString> m_faults;
    QMap<ServiceId, QString> m_older;
    WallTime m_pausedAt{};
    bool m_isPaused = false;
    bool m_isHidden = false;
    bool m_isLoading = false;
};

} // namespace foghorn
