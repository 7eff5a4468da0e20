#pragma once

#include "core/base/clock.h"
#include "core/base/serviceid.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>

#include <memory>

namespace foghorn {

/// A line of a service's log, as it was written.
struct LogLine
{
    ServiceId service;
    WallTime at{}; ///< by itself, else that of the line before it, else about when it was read
    bool isDated = false; ///< it begins with its time, RFC 3339
    bool isCut = false; ///< there was more of it
    QByteArray text; ///< without its end; any bytes at all
};

/// What a stream of lines brings.
struct LogNews
{
    QList<LogLine> lines; ///< in the order of their times
    QList<ServiceId> begunAnew; ///< logs that were rotated or emptied since the last news
    QMap<ServiceId, QString> faults; ///< why logs cannot be read; an empty one: they can again
    QMap<ServiceId, QString> older; ///< with the first news: files that hold lines from before these
    qint64 skippedBytes = 0; ///< more was written than is worth showing
    bool isFirst = false; ///< it comes also when there are no lines
};

/// Lines of some services: first the last ones there are, then each new one soon after it was written.
class LogStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogStream)
public:
    LogStream() = default;
    ~LogStream() override = default;

    /// Nobody looks: nothing is read. What was written meanwhile comes afterwards.
    virtual void setPaused(bool paused) = 0;

Q_SIGNALS:
    void arrived(const foghorn::LogNews &news);
};

/// Where logs come from: files of this machine, or a daemon far away. Reads elsewhere than in the event loop.
class ServiceLogs
{
    Q_DISABLE_COPY_MOVE(ServiceLogs)
public:
    virtual ~ServiceLogs() = default;

    /// `tail`: how many old lines of each service at most. Ends with the stream; it must go before this does.
    virtual std::unique_ptr<LogStream> follow(const QList<ServiceId> &services, qsizetype tail) = 0;
    /// Where a person finds the whole log; empty: nowhere that we know of.
    virtual QString placeOf(const ServiceId &service) const = 0;

protected:
    ServiceLogs() = default;
};

} // namespace foghorn
