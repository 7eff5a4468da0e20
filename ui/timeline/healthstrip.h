#pragma once

#include "ui/models/servicerow.h"

#include <QRect>

#include <vector>

namespace foghorn {

/// One bar of a strip, in whole device pixels relative to the strip.
struct StripBar
{
    QRect rect;
    CheckMark mark = CheckMark::None;

    bool operator==(const StripBar &) const = default;
};

/// Where the bars of the last checks stand: the newest at the trailing end, missing ones as empty slots at the old end.
/// Where there are fewer than three pixels a check, neighbours are merged and the worst wins. Widths differ by a pixel
/// at most.
struct HealthStrip
{
    /// `size` in device pixels; `capacity` is how many checks fill the strip; `mirrored`: the newest at the left.
    static HealthStrip of(const CheckMarks &marks, QSize size, int capacity = 100, bool mirrored = false);

    std::vector<StripBar> bars; ///< oldest first
    int checksPerBar = 1; ///< counted from the newest
};

} // namespace foghorn
