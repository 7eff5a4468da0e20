#pragma once

#include <string>
#include <string_view>

namespace foghorn::demo {

/// Reads HTTP/1.x requests from bytes as they come. At most 8 KiB each. Pure.
class RequestReader
{
public:
    static constexpr std::size_t limit = 8 * 1024;

    enum class State {
        Incomplete,
        Ready, ///< method(), target() and body() are those of the next request; next() goes on
        TooLarge,
        Malformed
    };

    void feed(std::string_view bytes) { m_pending.append(bytes); }
    /// Looks at what is there.
    State read();
    /// Drops the request that read() said is Ready.
    void next();

    std::string_view method() const { return m_method; }
    /// The path without its query.
    std::string_view target() const { return m_target; }
    std::string_view body() const { return std::string_view(m_pending).substr(m_bodyAt, m_bodySize); }
    bool keepsAlive() const { return m_keepsAlive; }
    /// Nothing of a next request is there yet.
    bool isEmpty() const { return m_pending.empty(); }
    /// Far more has come than one request may have: its sender does not wait for answers.
    bool isFlooded() const { return m_pending.size() > 8 * limit; }

private:
    bool readLine(std::string_view line);
    bool readField(std::string_view line);

    std::string m_pending;
    std::string m_method;
    std::string m_target;
    std::size_t m_bodyAt = 0;
    std::size_t m_bodySize = 0;
    bool m_keepsAlive = true;
};

} // namespace foghorn::demo
