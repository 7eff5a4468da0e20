#pragma once

#include <QString>

namespace foghorn {

/// How much of a kind a reliability test does: `everyRun` in `./dev test`, `release` in `./dev soak`, which sets
/// FOGHORN_SOAK. Both are the figures of the failure catalogue (its test plan, T1 to T31).
inline int figure(int everyRun, int release) { return qEnvironmentVariableIsSet("FOGHORN_SOAK") ? release : everyRun; }

/// One line of the report that `./dev soak` writes: what was done and what came out.
inline void reportFigure(const char *test, const QString &outcome)
{
    qInfo("figure: %s: %s", test, qUtf8Printable(outcome));
}

} // namespace foghorn
