#include "ui/panels/headerlayout.h"

#include <QHeaderView>

#include <algorithm>
#include <optional>

namespace foghorn {

namespace {

constexpr int Hundred = 100;
constexpr int WidestColumn = 200; ///< in heights of the font
constexpr QLatin1String SortWord("sort");

struct Column
{
    int section;
    bool isHidden;
    int width; ///< in pixels
};

/// "Name 1234", "-Layer 250" when hidden; nothing when it is no column of this header.
std::optional<Column> columnOf(const QString &text, const QHeaderView &header, const QMetaEnum &columns)
{
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() != 2)
        return std::nullopt;
    const bool isHidden = words.first().startsWith(QLatin1Char('-'));
    bool isColumn = false;
    const int section = columns.keyToValue(words.first().mid(isHidden ? 1 : 0).toLatin1().constData(), &isColumn);
    bool isNumber = false;
    const int width = words.last().toInt(&isNumber);
    if (!isColumn || section < 0 || section >= header.count() || !isNumber || width < 0
        || width > WidestColumn * Hundred)
        return std::nullopt;
    return Column{section, isHidden, width * header.fontMetrics().height() / Hundred};
}

void applySort(const QString &text, QHeaderView &header, const QMetaEnum &columns)
{
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() != 3)
        return;
    bool isColumn = false;
    const int section = columns.keyToValue(words.at(1).toLatin1().constData(), &isColumn);
    if (!isColumn || section < 0 || section >= header.count())
        return;
    const bool isDescending = words.at(2) == QLatin1String("down");
    header.setSortIndicator(section, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace

QStringList HeaderLayout::of(const QHeaderView &header, const QMetaEnum &columns, const Wanted &wanted)
{
    QStringList layout;
    const int line = std::max(1, header.fontMetrics().height());
    for (int place = 0; place < header.count(); ++place) {
        const int section = header.logicalIndex(place);
        const std::optional<int> otherwise = wanted(section);
        const bool isHidden = header.isSectionHidden(section) && !otherwise;
        const QString name = QString::fromLatin1(columns.valueToKey(section));
        // A hidden section has no width; 0 says: as it comes.
        const int pixels = otherwise.value_or(header.sectionSize(section));
        const int width = isHidden ? 0 : (pixels * Hundred + line / 2) / line;
        layout.append(QStringLiteral("%1%2 %3").arg(isHidden ? QStringLiteral("-") : QString(), name).arg(width));
    }
    const char *sorted = columns.valueToKey(header.sortIndicatorSection());
    if (sorted)
        layout.append(SortWord + QLatin1Char(' ') + QLatin1String(sorted)
            + QLatin1String(header.sortIndicatorOrder() == Qt::DescendingOrder ? " down" : " up"));
    return layout;
}

void HeaderLayout::apply(const QStringList &layout, QHeaderView &header, const QMetaEnum &columns)
{
    QList<Column> known;
    for (const QString &text : layout) {
        if (text.startsWith(SortWord + QLatin1Char(' ')))
            applySort(text, header, columns);
        else if (const auto column = columnOf(text, header, columns))
            known.append(*column);
    }
    if (known.isEmpty() || std::all_of(known.cbegin(), known.cend(), [](const Column &each) { return each.isHidden; }))
        return; // nobody means to hide everything
    int place = 0;
    for (const Column &column : std::as_const(known)) {
        header.setSectionHidden(column.section, column.isHidden);
        if (!column.isHidden && column.width > 0)
            header.resizeSection(column.section, std::max(column.width, header.minimumSectionSize()));
        header.moveSection(header.visualIndex(column.section), place++);
    }
}

} // namespace foghorn
