#pragma once

#include "ui/models/operation.h"
#include "ui/style/statelook.h"

#include <QList>

namespace foghorn {

/// A glyph with words.
struct StepCell
{
    StateLook look;
    QString text;
    bool operator==(const StepCell &) const = default;
};

/// What is shown of one layer, or of several in a row with which it goes equally.
struct OperationLine
{
    int firstLayer = 0;
    int lastLayer = 0;
    QList<StepCell> cells; ///< services, or how many of them are how far
    QList<ServiceId> failed; ///< are shown singly, each with its reason
    QList<ServiceId> stuck; ///< likewise: they take more than half the time in which they may stop
    QList<ServiceId> singles() const { return failed + stuck; }
    bool hasSingles() const { return !failed.isEmpty() || !stuck.isEmpty(); }
    bool operator==(const OperationLine &) const = default;
};

/// Up to so many services are shown one by one, more of them as numbers.
inline constexpr int MostSingleSteps = 30;
/// Up to so many that have failed or are stuck are shown one by one in all.
inline constexpr int MostSingleFailures = 20;

/// In the order in which the operation goes on. Pure.
QList<OperationLine> linesOf(const Operation &operation, const ServiceRegistry &registry, MonoTime now);

} // namespace foghorn
