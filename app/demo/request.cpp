#include "app/demo/request.h"

#include <algorithm>
#include <charconv>

namespace foghorn::demo {
namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

} // namespace

RequestReader::State RequestReader::read()
{
    const std::size_t end = m_pending.find("\r\n\r\n");
    if (end == std::string::npos)
        return m_pending.size() > limit ? State::TooLarge : State::Incomplete;
    m_bodyAt = end + 4;
    m_bodySize = 0;
    m_keepsAlive = true;
    std::string_view head = std::string_view(m_pending).substr(0, end + 2);
    bool isFirst = true;
    while (!head.empty()) {
        const std::size_t lineEnd = head.find("\r\n");
        const std::string_view line = head.substr(0, lineEnd);
        if (!(isFirst ? readLine(line) : readField(line)))
            return State::Malformed;
        isFirst = false;
        head.remove_prefix(lineEnd + 2);
    }
    if (m_bodySize > limit || m_bodyAt + m_bodySize > limit)
        return State::TooLarge;
    return m_pending.size() < m_bodyAt + m_bodySize ? State::Incomplete : State::Ready;
}

bool RequestReader::readLine(std::string_view line)
{
    // METHOD SP target SP HTTP/1.x
    const std::size_t first = line.find(' ');
    const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos || first == 0)
        return false;
    const std::string_view version = line.substr(second + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return false;
    m_keepsAlive = version == "HTTP/1.1";
    m_method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, second - first - 1);
    m_target = target.substr(0, target.find('?'));
    return !m_target.empty() && m_target.front() == '/';
}

bool RequestReader::readField(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0)
        return false;
    const std::string name = lower(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "transfer-encoding")
        return false;
    if (name == "content-length") {
        const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), m_bodySize);
        return error == std::errc() && stop == value.data() + value.size();
    }
    if (name == "connection") {
        const std::string words = lower(value);
        if (words.find("close") != std::string::npos)
            m_keepsAlive = false;
        else if (words.find("keep-alive") != std::string::npos)
            m_keepsAlive = true;
    }
    return true;
}

void RequestReader::next()
{
    m_pending.erase(0, m_bodyAt + m_bodySize);
    m_bodyAt = m_bodySize = 0;
}

} // namespace foghorn::demo
