#pragma once

#include "core/registry/servicelogs.h"

#include <QPointer>

namespace foghorn {

/// A stream that says what the test tells it.
class FakeLogStream final : public LogStream
{
    Q_OBJECT
public:
    void setPaused(bool paused) override { isPaused = paused; }
    bool isPaused = false;
};

/// Logs of made-up lines.
class FakeLogs final : public ServiceLogs
{
public:
    QList<QList<ServiceId>> followed; ///< what was asked for, in order
    QPointer<FakeLogStream> stream; ///< the last one

    std::unique_ptr<LogStream> follow(const QList<ServiceId> &services, qsizetype) override
    {
        followed.append(services);
        auto made = std::make_unique<FakeLogStream>();
        stream = made.get();
        return made;
    }
    QString placeOf(const ServiceId &service) const override
    {
        return QStringLiteral("/var/lib/foghorn/local/logs/%1.log").arg(service);
    }
    void say(const LogNews &news) { Q_EMIT stream->arrived(news); }
};

/// A line that begins with its time.
inline LogLine fakeLine(const ServiceId &service, WallTime at, const QByteArray &text)
{
    return {service, at, true, false, toRfc3339(at) + ' ' + text};
}

} // namespace foghorn
