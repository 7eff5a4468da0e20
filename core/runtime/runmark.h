#pragma once

#include <QByteArray>

#include <vector>

namespace foghorn {

/// What the keeper is given with each launch, and tells the next orchestrator: what the run was started with, which
/// ports it got, and how often its service had been restarted by then. The store writes a moment later, and we may be
/// killed before it does.
struct RunMark
{
    QByteArray fingerprint; ///< as fingerprintOf
    int restartCount = 0;
    int restartAttempts = 0;
    std::vector<quint16> ports{}; ///< the automatic ones, in the file's order; none where so many do not fit
    bool operator==(const RunMark &) const = default;
};

/// A safe name for the keeper.
QByteArray toText(const RunMark &mark);
/// Of an earlier release: the fingerprint alone, with counts of 0.
RunMark runMarkFromText(const QByteArray &text);

} // namespace foghorn
