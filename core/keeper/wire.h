#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace foghorn::keeper {

/// Appends values to a frame. Numbers are in the machine's own order: both ends are on the same machine.
class FrameWriter
{
public:
    void number(std::uint32_t value);
    void wide(std::int64_t value);
    /// Length, then the bytes.
    void text(std::string_view bytes);
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Takes values out of a frame that may be hostile: whatever does not fit makes isGood() false, and all later answers 0
/// or empty.
class FrameReader
{
public:
    explicit FrameReader(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    std::uint32_t number();
    std::int64_t wide();
    /// Refuses bytes with a NUL in them: every text ends up in a system call.
    std::string text();
    /// A number of elements of at least `leastBytes` each: refused when the frame cannot hold so many.
    std::uint32_t count(std::size_t leastBytes);
    bool isGood() const { return m_good; }
    /// Everything was read and nothing was wrong.
    bool isComplete() const { return m_good && m_rest.empty(); }
    void refuse() { m_good = false; }

private:
    bool take(void *target, std::size_t size);

    std::string_view m_rest;
    bool m_good = true;
};

} // namespace foghorn::keeper
