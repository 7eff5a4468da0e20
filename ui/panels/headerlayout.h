#pragma once

#include <QMetaEnum>
#include <QStringList>

class QHeaderView;

namespace foghorn {

/// The columns of a table as words that are kept from run to run: order, widths (in hundredths of the font's height),
/// which are hidden, and what is sorted by. Columns go by the names of an enum, so that a later version may add some.
class HeaderLayout
{
public:
    /// `columns` names each section of `header`.
    static QStringList of(const QHeaderView &header, const QMetaEnum &columns);
    /// Applies what makes sense of it and leaves the rest as it is. Words that are no column are passed over.
    static void apply(const QStringList &layout, QHeaderView &header, const QMetaEnum &columns);
};

} // namespace foghorn
