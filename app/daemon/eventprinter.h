#pragma once

#include "app/daemon/daemonoptions.h"
#include "core/registry/eventlog.h"

#include <QObject>

namespace foghorn {

/// Writes each event of the journal to stderr, one line each.
class EventPrinter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventPrinter)
public:
    EventPrinter(const EventLog &events, LogFormat format, QObject *parent = nullptr);
    ~EventPrinter() override;

    /// One line, without its end: "2026-11-23T00:31:07.042Z edge: starting -> running".
    static QByteArray line(const Event &event, LogFormat format);

private:
    LogFormat m_format;
};

/// A line that is no event: "foghornd: …" or {"message": …}, to stderr.
void printNotice(const QString &text, LogFormat format);

} // namespace foghorn
