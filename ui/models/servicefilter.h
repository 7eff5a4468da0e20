#pragma once

#include "ui/models/servicerow.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace foghorn {

/// Every service is of one of these kinds; the order is that of the list beside the pages.
enum class StatusKind { Failed, Unhealthy, Degraded, Starting, Stopping, Waiting, Stopped, Unchecked, Healthy };

inline constexpr std::array allStatusKinds{StatusKind::Failed, StatusKind::Unhealthy, StatusKind::Degraded,
    StatusKind::Starting, StatusKind::Stopping, StatusKind::Waiting, StatusKind::Stopped, StatusKind::Unchecked,
    StatusKind::Healthy};

StatusKind kindOf(const ServiceRow &row);
/// How a person calls it: "Failed", "Not checked".
QString nameOfKind(StatusKind kind);
StateLook lookOfKind(StatusKind kind);

/// One word of what was typed, or one "key:value".
struct FilterTerm
{
    enum class Key { None, Status, Layer, Tag, Slow, Critical };

    QString text; ///< as typed, without the space around it
    Key key = Key::None;
    QString value; ///< lower case; the word itself where there is no key
    QString problem; ///< one sentence where it is not understood; it then filters nothing

    bool operator==(const FilterTerm &) const = default;
};

/// Which services are shown, as a person types it: words that must all be in name, type, description, label, state or
/// reason, and `status:failed layer:2 tag:edge slow:>200 crit:yes`. Several `status:` add up. What was typed is the
/// only truth: lists and buttons write into it.
class ServiceFilter
{
public:
    /// Never fails: a term that is not understood says so and filters nothing. Beginnings of values count
    /// (`status:fail`), so that nothing flashes up while somebody types.
    static ServiceFilter parse(const QString &text);
    /// `text` with this as its only status; no kinds, or all of them: with none.
    static QString withKinds(const QString &text, const QList<StatusKind> &kinds);
    /// `text` with this as its only layer, or none.
    static QString withLayer(const QString &text, std::optional<int> layer);
    static QString without(const QString &text, qsizetype term);

    bool matches(const ServiceRow &row) const;
    /// Whether a service of that kind would be shown, as far as its status decides.
    bool showsKind(StatusKind kind) const;
    /// The layer, where there is exactly one.
    std::optional<int> layer() const;
    const QList<FilterTerm> &terms() const { return m_terms; }

private:
    struct Range
    {
        double from = 0;
        double to = 0;
    };

    void read(FilterTerm &term);
    void readStatus(FilterTerm &term);
    void readCritical(FilterTerm &term);
    static std::optional<Range> rangeOf(const QString &text);
    static std::optional<Range> timesOf(const QString &text);

    QList<FilterTerm> m_terms;
    QStringList m_words;
    QStringList m_tags;
    QStringList m_statuses; ///< whole words of the list in the .cpp
    std::optional<Range> m_layers;
    std::optional<Range> m_times; ///< milliseconds
    std::optional<bool> m_critical;
};

} // namespace foghorn
