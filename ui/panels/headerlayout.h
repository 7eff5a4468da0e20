#pragma once

#include <QMetaEnum>
#include <QStringList>

#include <functional>
#include <optional>

class QHeaderView;

namespace foghorn {

/// The columns of a table as words that are kept from run to run: order, widths (in hundredths of the font's height),
/// which are hidden, and what is sorted by. Columns go by the names of an enum, so that a later version may add some.
class HeaderLayout
{
public:
    /// The width in pixels of a section that is wanted otherwise than it is seen now.
    using Wanted = std::function<std::optional<int>(int section)>;

    /// `columns` names each section of `header`.
    static QStringList of(const QHeaderView &header, const QMetaEnum &columns, const Wanted &wanted);
    /// Applies what makes sense of it and leaves the rest as it is. Words that are no column are passed over.
    static void apply(const QStringList &layout, QHeaderView &header, const QMetaEnum &columns);
};

} // namespace foghorn
