#include "ui/graph/graphlistview.h"

#include "ui/graph/graphlistmodel.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

namespace foghorn {

namespace {

/// A layer's title, or glyph, name, state and neighbours of a service, further in.
class LineDelegate final : public QStyledItemDelegate
{
public:
    LineDelegate(const GraphListModel &lines, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_lines(lines)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.fontMetrics.height() * 30, option.fontMetrics.height() * 7 / 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = option.fontMetrics.height();
        painter->save();
        painter->setLayoutDirection(option.direction);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.highlight());
        QFont bold = option.font;
        bold.setBold(true);
        int x = line / 2;
        const auto write = [&](const QString &text, const QFont &font, const QColor &ink, int width) {
            const QRect place(
                x, option.rect.y(), std::min(width, option.rect.width() - x - line / 2), option.rect.height());
            painter->setFont(font);
            painter->setPen(ink);
            painter->drawText(QStyle::visualRect(option.direction, option.rect, place.translated(option.rect.x(), 0)),
                Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                QFontMetrics(font).elidedText(text, Qt::ElideMiddle, place.width()));
            x += width;
        };
        const StatePalette states = StatePalette::forPalette(option.palette);
        const QColor faint = option.palette.color(QPalette::PlaceholderText);
        if (const ServiceRow *row = m_lines.service(index.row())) {
            x += line * 3 / 2;
            const QRect glyph(option.rect.x() + x, option.rect.center().y() - line / 2, line, line);
            paintGlyph(*painter, QStyle::visualRect(option.direction, option.rect, glyph), row->look, states);
            x += line * 3 / 2;
            write(printable(row->id), bold, option.palette.color(QPalette::Text), line * 11);
            write(row->state, option.font, states.colors(row->look.family).text, line * 11);
            write(row->response ? Wording::response(*row->response) : QString(), option.font, faint, line * 5);
            write(index.data().toString(), option.font, faint, option.rect.width());
        } else {
            write(index.data().toString(), bold, faint, option.rect.width());
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(states.focusRing(), 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    const GraphListModel &m_lines;
};

} // namespace

GraphListView::GraphListView(
    const ServiceRegistry &registry, const ServiceTableModel &services, ServiceSelection &selection, QWidget *parent)
    : QListView(parent)
    , m_lines(new GraphListModel(registry, services, this))
    , m_selection(selection)
{
    installListAccess();
    setAccessibleName(tr("Dependencies as a list"));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setModel(m_lines);
    setItemDelegate(new LineDelegate(*m_lines, this));
    connect(&selection, &ServiceSelection::changed, this, &GraphListView::onSelectionChanged);
    connect(m_lines, &QAbstractItemModel::rowsInserted, this, &GraphListView::onSelectionChanged);
    onSelectionChanged();
}

GraphListView::~GraphListView() = default;

void GraphListView::onSelectionChanged()
{
    if (m_syncing || m_lines->rowCount() == 0)
        return;
    const QScopedValueRollback guard(m_syncing, true);
    const int line = m_lines->lineOf(m_selection.current());
    // Readers crash on a view without a current row (ui-findings 5.7).
    if (line >= 0 || !currentIndex().isValid())
        setCurrentIndex(m_lines->index(std::max(line, 0)));
}

void GraphListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    announceFocus(this, current.row());
    if (m_syncing || !current.isValid())
        return;
    const QScopedValueRollback guard(m_syncing, true);
    if (const ServiceRow *row = m_lines->service(current.row()))
        m_selection.selectOnly(row->id);
}

void GraphListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT detailsWanted();
    else
        QListView::keyPressEvent(event);
}

void GraphListView::mouseDoubleClickEvent(QMouseEvent *) { Q_EMIT detailsWanted(); }

void GraphListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint current = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    Q_EMIT contextMenuWanted(byKey ? current : event->globalPos());
}

int GraphListView::accessibleCount() const { return m_lines->rowCount(); }

QString GraphListView::accessibleItemName(int item) const
{
    return m_lines->index(item).data(Qt::AccessibleTextRole).toString();
}

QRect GraphListView::accessibleItemRect(int item) const
{
    const QRect shown = visualRect(m_lines->index(item)) & viewport()->rect();
    return shown.isEmpty() ? QRect() : QRect(viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

bool GraphListView::isAccessibleItemSelected(int item) const
{
    return selectionModel()->isSelected(m_lines->index(item));
}

int GraphListView::accessibleCurrentItem() const { return currentIndex().row(); }

void GraphListView::selectAccessibleItem(int item) { setCurrentIndex(m_lines->index(item)); }

} // namespace foghorn
