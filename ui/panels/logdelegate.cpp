#include "ui/panels/logdelegate.h"

#include "ui/models/logmodel.h"
#include "ui/style/statepalette.h"

#include <QPainter>

#include <algorithm>

namespace foghorn {

namespace {

QColor inkOf(const QStyleOptionViewItem &option, QPalette::ColorRole role = QPalette::Text)
{
    const bool selected = option.state & QStyle::State_Selected;
    return option.palette.color(QPalette::Active, selected ? QPalette::HighlightedText : role);
}

/// Parts of `text` that read the same colour, left to right.
struct Piece
{
    qsizetype from = 0;
    qsizetype length = 0;
    std::optional<StateFamily> family;
};

QList<Piece> piecesOf(const LogEntry &entry, qsizetype length)
{
    QList<Piece> pieces;
    qsizetype at = 0;
    for (const ColourSpan &span : entry.spans) {
        if (span.from >= length)
            break;
        if (span.from > at)
            pieces.append({at, span.from - at, std::nullopt});
        pieces.append({span.from, std::min(span.length, length - span.from), span.family});
        at = span.from + span.length;
    }
    if (at < length)
        pieces.append({at, length - at, std::nullopt});
    return pieces;
}

void markFound(
    QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, QStringView text, const QString &sought)
{
    const StatePalette palette = StatePalette::forPalette(option.palette);
    const FamilyColors colors = palette.colors(StateFamily::Degraded);
    for (qsizetype at = text.indexOf(sought, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(sought, at + sought.size(), Qt::CaseInsensitive)) {
        const int from = option.fontMetrics.horizontalAdvance(text.first(at).toString());
        const int width = option.fontMetrics.horizontalAdvance(text.sliced(at, sought.size()).toString());
        const QRect mark(rect.left() + from, rect.top() + 2, width, rect.height() - 4);
        painter.fillRect(mark, colors.chip);
        painter.fillRect(QRect(mark.left(), mark.bottom() - 1, width, 2), colors.fill);
    }
}

} // namespace

LogDelegate::LogDelegate(const LogModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

LogDelegate::~LogDelegate() = default;

QSize LogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 40, option.fontMetrics.height() * 27 / 20};
}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.row() >= m_model.rowCount())
        return;
    const LogEntry &entry = m_model.entry(index.row());
    if (option.widget)
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    paintMark(*painter, option, index.row());
    painter->save();
    painter->setFont(option.font);
    if (entry.kind == LogEntry::Kind::Note) {
        paintNote(*painter, option, entry.text);
        painter->restore();
        return;
    }
    const int character = option.fontMetrics.averageCharWidth();
    QRect rest = option.rect.adjusted(character, 0, -character / 2, 0);
    const auto take = [&rest](int width) {
        const QRect taken(rest.left(), rest.top(), width, rest.height());
        rest.setLeft(rest.left() + width);
        return taken;
    };
    const bool selected = option.state & QStyle::State_Selected;
    const StatePalette palette = StatePalette::forPalette(option.palette);
    painter->setPen(selected ? inkOf(option) : palette.colors(StateFamily::Neutral).text);
    const QString time = shownTime(entry.at);
    painter->drawText(take(option.fontMetrics.horizontalAdvance(time) + character), Qt::AlignVCenter, time);
    paintLevel(*painter, option, take(character * (m_isNarrow ? 3 : 9)), index.row());
    if (m_serviceWidth > 0) {
        painter->setPen(selected ? inkOf(option) : palette.colors(StateFamily::Busy).text);
        const int width = option.fontMetrics.horizontalAdvance(QString(m_serviceWidth, u'0')) + 1;
        const QRect cell = take(width + 2 * character);
        painter->drawText(cell, Qt::AlignVCenter, option.fontMetrics.elidedText(entry.service, Qt::ElideMiddle, width));
    }
    paintText(*painter, option, rest, index.row());
    painter->restore();
}

QString LogDelegate::shownTime(WallTime time) const
{
    return m_isNarrow ? secondOfDay(time, m_utc) : timeOfDay(time, m_utc);
}

void LogDelegate::paintMark(QPainter &painter, const QStyleOptionViewItem &option, int row) const
{
    if (!m_mark || m_model.entry(row).order < *m_mark || (row > 0 && m_model.entry(row - 1).order >= *m_mark))
        return;
    const int thickness = std::max(2, option.fontMetrics.height() / 8);
    painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), thickness),
        StatePalette::forPalette(option.palette).focusRing());
}

void LogDelegate::paintNote(QPainter &painter, const QStyleOptionViewItem &option, const QString &text) const
{
    const StatePalette palette = StatePalette::forPalette(option.palette);
    const int width = option.fontMetrics.horizontalAdvance(text);
    const int middle = option.rect.center().y();
    const int gap = option.fontMetrics.averageCharWidth() * 2;
    const int left = option.rect.center().x() - width / 2 - gap;
    painter.setPen(palette.hairline());
    painter.drawLine(option.rect.left() + gap, middle, left, middle);
    painter.drawLine(left + width + 2 * gap, middle, option.rect.right() - gap, middle);
    painter.setPen(option.state & QStyle::State_Selected ? inkOf(option) : palette.colors(StateFamily::Neutral).text);
    painter.drawText(option.rect, Qt::AlignCenter, text);
}

void LogDelegate::paintLevel(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, int row) const
{
    const LogEntry &entry = m_model.entry(row);
    if (!entry.hasLevel)
        return;
    const FamilyColors colors = StatePalette::forPalette(option.palette).colors(levelFamily(entry.level));
    const int character = option.fontMetrics.averageCharWidth();
    const QString word = m_isNarrow ? QString() : levelWord(entry.level);
    if (entry.level >= LogLevel::Warning) {
        const double width = character * (m_isNarrow ? 2.0 : 8.0);
        const QRectF chip(rect.left() - character * 0.5, rect.top() + 1.5, width, rect.height() - 3.0);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.chip);
        painter.drawRoundedRect(chip, 3, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(colors.text);
        painter.drawText(rect.translated(m_isNarrow ? 0 : character * 6, 0), Qt::AlignVCenter, levelSign(entry.level));
    } else {
        painter.setPen(option.state & QStyle::State_Selected ? inkOf(option) : colors.text);
    }
    painter.drawText(rect, Qt::AlignVCenter, word);
}

void LogDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, int row) const
{
    const LogEntry &entry = m_model.entry(row);
    const QFontMetrics &metrics = option.fontMetrics;
    // More than fits is not even measured: a line may be very long.
    const qsizetype most = rect.width() / std::max(2, metrics.averageCharWidth() / 2) + 2;
    const qsizetype length = std::min(most, entry.text.size());
    const QStringView text = QStringView(entry.text).first(length);
    painter.setClipRect(rect);
    const bool selected = option.state & QStyle::State_Selected;
    if (!m_model.sought().isEmpty() && !selected)
        markFound(painter, option, rect, text, m_model.sought());
    const StatePalette palette = StatePalette::forPalette(option.palette);
    int x = rect.left();
    for (const Piece &piece : piecesOf(entry, length)) {
        const QString words = text.sliced(piece.from, piece.length).toString();
        painter.setPen(selected || !piece.family ? inkOf(option) : palette.colors(*piece.family).text);
        painter.drawText(
            QRect(x, rect.top(), QWIDGETSIZE_MAX, rect.height()), Qt::AlignVCenter | Qt::TextSingleLine, words);
        x += metrics.horizontalAdvance(words);
        if (x > rect.right())
            break;
    }
    if (x <= rect.right() + 1 && !entry.isCut)
        return;
    const int dots = metrics.horizontalAdvance(u'…');
    const QRect end(std::min(x, rect.right() + 1 - dots), rect.top(), dots + 1, rect.height());
    painter.fillRect(end, selected ? option.palette.color(QPalette::Highlight) : option.palette.color(QPalette::Base));
    painter.setPen(inkOf(option));
    painter.drawText(end, Qt::AlignVCenter, QStringLiteral("…"));
}

} // namespace foghorn
