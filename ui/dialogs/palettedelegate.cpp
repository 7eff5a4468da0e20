#include "ui/dialogs/palettedelegate.h"

#include "ui/dialogs/palettelist.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace foghorn {

namespace {

/// Paints from the leading edge on; the trailing edge comes closer with each part.
class RowPainter final
{
public:
    RowPainter(QPainter &painter, const QStyleOptionViewItem &option)
        : m_painter(painter)
        , m_option(option)
        , m_gap(option.fontMetrics.height() / 2)
        , m_room(option.rect.adjusted(m_gap, 0, -m_gap, 0))
    {
    }

    void paintIcon(const PaletteEntry &entry)
    {
        const int side = m_option.fontMetrics.height() * 5 / 4;
        QRect square(m_room.left(), m_room.center().y() - side / 2, side, side);
        m_room.setLeft(square.right() + m_gap);
        square = QStyle::visualRect(m_option.direction, m_option.rect, square);
        if (entry.look)
            paintGlyph(
                m_painter, square.adjusted(1, 1, -1, -1), *entry.look, StatePalette::forPalette(m_option.palette));
        else
            entry.icon.paint(&m_painter, square, Qt::AlignCenter, entry.isEnabled ? QIcon::Normal : QIcon::Disabled);
    }

    void paintKeys(const QString &keys)
    {
        if (keys.isEmpty())
            return;
        const int width = m_option.fontMetrics.horizontalAdvance(keys) + 1;
        const QRect place(m_room.right() - width + 1, m_room.top(), width, m_room.height());
        m_room.setRight(place.left() - m_gap * 2);
        m_painter.setPen(dim());
        m_painter.drawText(visual(place), Qt::AlignCenter | Qt::TextSingleLine, keys);
    }

    void paintTitle(const PaletteEntry &entry, const QList<int> &places)
    {
        const QString title = m_option.fontMetrics.elidedText(entry.title, Qt::ElideMiddle, m_room.width() - 1);
        QTextLayout layout(title, m_option.font);
        if (title.size() == entry.title.size())
            layout.setFormats(formats(places));
        QTextOption direction;
        direction.setTextDirection(m_option.direction);
        direction.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute); // placed by hand
        layout.setTextOption(direction);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(m_room.width() * 2);
        layout.endLayout();
        const int width = static_cast<int>(line.naturalTextWidth()) + 1;
        const QRect place = visual(
            QRect(m_room.left(), m_room.center().y() - static_cast<int>(line.height()) / 2, width, m_room.height()));
        m_painter.setPen(entry.isEnabled ? ink() : dim());
        layout.draw(&m_painter, place.topLeft() - QPointF(line.x(), 0));
        m_room.setLeft(m_room.left() + width + m_gap * 2);
    }

    void paintNote(const QString &note)
    {
        if (m_room.width() < m_option.fontMetrics.averageCharWidth() * 4)
            return;
        m_painter.setPen(dim());
        m_painter.drawText(visual(m_room), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
            m_option.fontMetrics.elidedText(note, Qt::ElideRight, m_room.width()));
    }

private:
    bool isSelected() const { return m_option.state.testFlag(QStyle::State_Selected); }
    QColor ink() const { return m_option.palette.color(isSelected() ? QPalette::HighlightedText : QPalette::Text); }
    QColor dim() const { return isSelected() ? ink() : m_option.palette.color(QPalette::PlaceholderText); }
    QRect visual(const QRect &place) const { return QStyle::visualRect(m_option.direction, m_option.rect, place); }
    static QList<QTextLayout::FormatRange> formats(const QList<int> &places)
    {
        QTextCharFormat strong;
        strong.setFontWeight(QFont::Bold);
        strong.setFontUnderline(true);
        QList<QTextLayout::FormatRange> ranges;
        for (const int place : places)
            ranges.append({place, 1, strong});
        return ranges;
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const int m_gap;
    QRect m_room;
};

} // namespace

PaletteDelegate::PaletteDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

PaletteDelegate::~PaletteDelegate() = default;

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PaletteModel *>(index.model());
    if (!model)
        return;
    const PaletteEntry &entry = model->entry(index.row());
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    RowPainter row(*painter, option);
    if (model->hasPictures())
        row.paintIcon(entry);
    row.paintKeys(entry.keys);
    row.paintTitle(entry, model->hit(index.row()).places);
    row.paintNote(entry.note);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.height() * 20, rowHeight(option.fontMetrics)};
}

} // namespace foghorn
