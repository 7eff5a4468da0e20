#include "ui/timeline/healthstrip.h"

#include <algorithm>

namespace foghorn {

namespace {

constexpr int SmallestPitch = 3;

int barHeight(CheckMark mark, int full)
{
    switch (mark) {
    case CheckMark::Unhealthy:
        return full;
    case CheckMark::Degraded:
        return std::max(1, full * 70 / 100);
    case CheckMark::Healthy:
        return std::max(1, full * 40 / 100);
    case CheckMark::Unknown:
    case CheckMark::None:
        break;
    }
    return std::max(1, full * 15 / 100);
}

} // namespace

HealthStrip HealthStrip::of(const CheckMarks &marks, QSize size, int capacity, bool mirrored)
{
    HealthStrip strip;
    if (size.width() < SmallestPitch || size.height() < 2 || capacity < 1)
        return strip;
    const int merged = std::max(1, (capacity * SmallestPitch + size.width() - 1) / size.width()); // checks a bar
    strip.checksPerBar = merged;
    const int slots = (capacity + merged - 1) / merged;
    const auto edge = [&](int slot) { return static_cast<int>(qint64(size.width()) * slot / slots); }; // all is used
    const qsizetype count = std::min<qsizetype>(marks.size(), capacity);

    for (int slot = 0; slot < slots; ++slot) {
        CheckMark worst = CheckMark::None;
        for (int i = 0; i < merged; ++i) { // counted from the newest, so that merging never shifts what is shown
            const qsizetype age = qsizetype(slots - 1 - slot) * merged + i;
            if (age < count)
                worst = std::max(worst, markAt(marks, marks.size() - 1 - age));
        }
        const int height = barHeight(worst, size.height());
        int x = edge(slot);
        const int width = std::max(1, edge(slot + 1) - x - 1);
        if (mirrored)
            x = size.width() - x - width;
        strip.bars.push_back({QRect(x, size.height() - height, width, height), worst});
    }
    return strip;
}

} // namespace foghorn
