#pragma once

#include <QByteArray>
#include <QList>

namespace foghorn {

/// Finds what is new in a log of which only the last lines can be asked for.
class LogTail
{
public:
    struct News
    {
        QList<QByteArray> lines; ///< without their newlines, oldest first
        bool hasGap = false; ///< more came than the tail holds: some lines were missed
    };

    /// `tail`: the log's last lines as they are now. The first call gives all of them.
    News take(const QByteArray &tail);

private:
    QList<QByteArray> m_seen;
    bool m_isFirst = true;
};

} // namespace foghorn
