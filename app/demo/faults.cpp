#include "app/demo/faults.h"

#include <charconv>

namespace foghorn::demo {
namespace {

constexpr std::array<std::string_view, 6> names{"unhealthy", "hang", "crash", "slow", "ignore-term", "leak"};
constexpr int longest = 86400;

/// Reads a flat JSON object of plain strings and whole numbers: all that an order can hold.
class FlatReader
{
public:
    explicit FlatReader(std::string_view text)
        : m_text(text)
    {
    }

    bool take(char c)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    std::optional<std::string_view> string()
    {
        if (!take('"'))
            return std::nullopt;
        const std::size_t end = m_text.find_first_of("\"\\", m_at);
        if (end == std::string_view::npos || m_text[end] == '\\')
            return std::nullopt;
        const std::string_view text = m_text.substr(m_at, end - m_at);
        m_at = end + 1;
        return text;
    }
    std::optional<int> number()
    {
        skipSpace();
        int value = 0;
        const auto [stop, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
        if (error != std::errc())
            return std::nullopt;
        m_at = static_cast<std::size_t>(stop - m_text.data());
        return value;
    }
    bool atEnd()
    {
        skipSpace();
        return m_at == m_text.size();
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

std::optional<Fault> faultNamed(std::string_view name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names.at(i) == name)
            return static_cast<Fault>(i);
    }
    return std::nullopt;
}

} // namespace

std::string_view faultName(Fault fault) { return names.at(static_cast<std::size_t>(fault)); }

std::variant<FaultOrder, std::string> parseFaultOrder(std::string_view json)
{
    const std::string shape = R"(the body must be like {"kind":"hang","seconds":30})";
    FlatReader reader(json);
    std::optional<Fault> fault;
    int seconds = 60;
    if (!reader.take('{'))
        return shape;
    do {
        const auto name = reader.string();
        if (!name || !reader.take(':'))
            return shape;
        if (*name == "kind") {
            const auto kind = reader.string();
            fault = kind ? faultNamed(*kind) : std::nullopt;
            if (!fault)
                return std::string("kind must be unhealthy, hang, crash, slow, ignore-term or leak");
        } else if (*name == "seconds") {
            const auto number = reader.number();
            if (!number || *number < 0 || *number > longest)
                return std::string("seconds must be a whole number from 0 to 86400");
            seconds = *number;
        } else {
            return std::string("members are kind and seconds");
        }
    } while (reader.take(','));
    if (!reader.take('}') || !reader.atEnd())
        return shape;
    if (!fault)
        return std::string("kind is missing");
    return FaultOrder{*fault, std::chrono::seconds(seconds)};
}

} // namespace foghorn::demo
