#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstddef>

namespace foghorn {

/// Counts values by their size. `bounds`: a static array of the upper bounds of the buckets, rising; one more bucket
/// holds what is larger than all of them.
template<const auto &bounds> class Histogram
{
public:
    static constexpr std::size_t buckets = bounds.size() + 1;

    void add(double value)
    {
        const auto bound = std::lower_bound(bounds.begin(), bounds.end(), value);
        ++m_counts[static_cast<std::size_t>(bound - bounds.begin())];
        m_sum += value;
    }
    /// Of one bucket alone.
    quint64 countIn(std::size_t bucket) const { return m_counts[bucket]; }
    quint64 total() const
    {
        quint64 all = 0;
        for (const quint64 count : m_counts)
            all += count;
        return all;
    }
    double sum() const { return m_sum; }

private:
    std::array<quint64, buckets> m_counts{};
    double m_sum = 0;
};

} // namespace foghorn
