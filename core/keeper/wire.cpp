#include "core/keeper/wire.h"

#include <cstring>

namespace foghorn::keeper {

void FrameWriter::number(std::uint32_t value)
{
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    m_bytes.append(bytes, sizeof value);
}

void FrameWriter::wide(std::int64_t value)
{
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    m_bytes.append(bytes, sizeof value);
}

void FrameWriter::text(std::string_view bytes)
{
    number(static_cast<std::uint32_t>(bytes.size()));
    m_bytes.append(bytes);
}

bool FrameReader::take(void *target, std::size_t size)
{
    if (!m_good || m_rest.size() < size) {
        m_good = false;
        std::memset(target, 0, size);
        return false;
    }
    std::memcpy(target, m_rest.data(), size);
    m_rest.remove_prefix(size);
    return true;
}

std::uint32_t FrameReader::number()
{
    std::uint32_t value = 0;
    take(&value, sizeof value);
    return value;
}

std::int64_t FrameReader::wide()
{
    std::int64_t value = 0;
    take(&value, sizeof value);
    return value;
}

std::string FrameReader::text()
{
    const std::uint32_t size = number();
    if (!m_good || size > m_rest.size()) {
        m_good = false;
        return {};
    }
    const std::string_view bytes = m_rest.substr(0, size);
    if (bytes.find('\0') != std::string_view::npos) {
        m_good = false;
        return {};
    }
    m_rest.remove_prefix(size);
    return std::string(bytes);
}

std::uint32_t FrameReader::count(std::size_t leastBytes)
{
    const std::uint32_t count = number();
    if (!m_good || count > m_rest.size() / leastBytes) {
        m_good = false;
        return 0;
    }
    return count;
}

} // namespace foghorn::keeper
