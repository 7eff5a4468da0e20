#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace foghorn {

/// The last `capacity` values, oldest first. Takes memory only as it fills.
template<typename T> class RingBuffer
{
public:
    explicit RingBuffer(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    void append(T value)
    {
        if (m_values.size() < m_capacity) {
            m_values.push_back(std::move(value));
        } else {
            m_values[m_first] = std::move(value);
            m_first = (m_first + 1) % m_capacity;
        }
    }
    void clear()
    {
        m_values.clear();
        m_first = 0;
    }

    std::size_t size() const { return m_values.size(); }
    bool isEmpty() const { return m_values.empty(); }
    std::size_t capacity() const { return m_capacity; }
    /// index 0 is the oldest; index must be below size().
    const T &at(std::size_t index) const { return m_values[(m_first + index) % m_values.size()]; }
    /// Only when not isEmpty().
    const T &last() const { return at(m_values.size() - 1); }
    /// The newest `count` values at most, oldest first.
    std::vector<T> tail(std::size_t count) const
    {
        std::vector<T> out;
        const std::size_t taken = std::min(count, m_values.size());
        out.reserve(taken);
        for (std::size_t i = m_values.size() - taken; i < m_values.size(); ++i)
            out.push_back(at(i));
        return out;
    }

private:
    std::size_t m_capacity;
    std::size_t m_first = 0;
    std::vector<T> m_values;
};

} // namespace foghorn
