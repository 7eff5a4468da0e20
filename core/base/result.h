#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace foghorn {

/// Why something outside our control failed, as one sentence for people.
struct Error
{
    QString text;
};

/// A value, or the error that stands in its place.
template<typename T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_held(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_held(std::in_place_index<1>, std::move(error))
    {
    }

    bool isOk() const { return m_held.index() == 0; }
    explicit operator bool() const { return isOk(); }
    /// Only when isOk().
    const T &value() const & { return std::get<0>(m_held); }
    T &value() & { return std::get<0>(m_held); }
    T &&value() && { return std::get<0>(std::move(m_held)); }
    /// Only when not isOk().
    const Error &error() const { return std::get<1>(m_held); }

private:
    std::variant<T, Error> m_held;
};

/// Success without a value, or an error.
template<> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    bool isOk() const { return !m_error.has_value(); }
    explicit operator bool() const { return isOk(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace foghorn
