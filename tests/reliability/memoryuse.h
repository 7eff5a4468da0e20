#pragma once

#include "tests/support/sanitized.h"

#include <QByteArray>
#include <QFile>

namespace foghorn {

/// A line of /proc/PID/status in KiB: "VmRSS" (now) or "VmHWM" (the most since forgetPeak()); 0: no such process.
inline qint64 memoryOf(qint64 pid, const QByteArray &line)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf(QByteArray(line + ':'));
    return at < 0 ? 0 : text.mid(at + line.size() + 1, 20).trimmed().split(' ').first().toLongLong();
}

/// Lets the process's VmHWM begin anew.
inline void forgetPeak(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/clear_refs").arg(pid));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

/// What may be used more, in KiB: a sanitizer keeps what was given back.
constexpr qint64 memoryAllowance(qint64 kib) { return isSanitized() ? kib * 100 : kib; }

/// How much more memory a process took at the most since this was made.
class MemoryPeak final
{
public:
    explicit MemoryPeak(qint64 pid)
        : m_pid(pid)
        , m_before(memoryOf(pid, "VmRSS"))
    {
        forgetPeak(pid);
    }
    /// In KiB.
    qint64 growth() const { return qMax<qint64>(memoryOf(m_pid, "VmHWM") - m_before, 0); }

private:
    qint64 m_pid;
    qint64 m_before;
};

} // namespace foghorn
