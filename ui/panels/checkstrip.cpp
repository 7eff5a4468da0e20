#include "ui/panels/checkstrip.h"

#include "ui/style/statepalette.h"
#include "ui/timeline/healthstrip.h"
#include "ui/timeline/strippainter.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace foghorn {

namespace {

constexpr int Capacity = 100;

} // namespace

CheckStrip::CheckStrip(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(spokenMarks(m_marks));
}

CheckStrip::~CheckStrip() = default;

QSize CheckStrip::sizeHint() const { return {fontMetrics().height() * 12, fontMetrics().height() * 4}; }

/// Room around it for the cursor and the focus ring.
QRect CheckStrip::strip() const
{
    const int room = fontMetrics().height() / 3;
    return rect().adjusted(room, room, -room, -room);
}

void CheckStrip::setMarks(const CheckMarks &marks, qsizetype arrived)
{
    const bool wasNewest = m_cursor == m_marks.size() - 1;
    const auto lost = static_cast<int>(m_marks.size() + arrived - marks.size()); // pushed out at the old end
    m_marks = marks;
    setAccessibleName(spokenMarks(m_marks));
    const auto last = static_cast<int>(m_marks.size()) - 1;
    m_cursor = wasNewest ? last : std::clamp(m_cursor - std::max(0, lost), last < 0 ? -1 : 0, last);
    update();
}

void CheckStrip::setCursorAt(int check)
{
    const int wanted = std::clamp(check, m_marks.isEmpty() ? -1 : 0, static_cast<int>(m_marks.size()) - 1);
    if (wanted == m_cursor)
        return;
    m_cursor = wanted;
    update();
}

void CheckStrip::setReadOut(const QString &text)
{
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    if (!hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void CheckStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatePalette palette = StatePalette::forPalette(this->palette());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    paintStrip(painter, strip(), m_marks, Capacity, palette, isMirrored);
    painter.setBrush(Qt::NoBrush);
    if (hasFocus()) {
        painter.setPen(QPen(palette.focusRing(), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    if (m_cursor < 0)
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize device = (QSizeF(strip().size()) * ratio).toSize();
    const HealthStrip bars = HealthStrip::of(m_marks, device, Capacity, isMirrored);
    const auto age = static_cast<std::size_t>(m_marks.size() - 1 - m_cursor);
    const std::size_t fromEnd = age / static_cast<std::size_t>(bars.checksPerBar);
    if (fromEnd >= bars.bars.size())
        return;
    const QRect bar = bars.bars[bars.bars.size() - 1 - fromEnd].rect;
    const QRectF around(
        strip().x() + bar.x() / ratio - 2, rect().y() + 2, bar.width() / ratio + 4, rect().height() - 4);
    painter.setPen(QPen(palette.focusRing(), 2));
    painter.drawRect(around);
}

int CheckStrip::checkAt(QPoint at) const
{
    const QRect area = strip();
    if (m_marks.isEmpty() || area.width() < 1)
        return -1;
    const int fromStart = layoutDirection() == Qt::RightToLeft ? area.right() - at.x() : at.x() - area.x();
    const int slot = std::clamp(fromStart * Capacity / area.width(), 0, Capacity - 1);
    const auto count = static_cast<int>(m_marks.size());
    return std::clamp(slot - (Capacity - count), 0, count - 1);
}

int CheckStrip::nextChange(int step) const
{
    const auto count = static_cast<int>(m_marks.size());
    int at = m_cursor;
    while (at + step >= 0 && at + step < count) {
        at += step;
        if (m_marks.at(at) != m_marks.at(m_cursor))
            return at;
    }
    return at;
}

void CheckStrip::moveTo(int check)
{
    const int before = m_cursor;
    setCursorAt(check);
    if (m_cursor != before)
        Q_EMIT cursorMoved(m_cursor);
}

void CheckStrip::keyPressEvent(QKeyEvent *event)
{
    if (m_marks.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int right = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const bool isByChange = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = event->key() == Qt::Key_Right ? right : -right;
        moveTo(isByChange ? nextChange(step) : m_cursor + step);
        return;
    }
    case Qt::Key_Home:
        moveTo(0);
        return;
    case Qt::Key_End:
        moveTo(static_cast<int>(m_marks.size()) - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activated(m_cursor);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CheckStrip::mousePressEvent(QMouseEvent *event) { moveTo(checkAt(event->position().toPoint())); }

void CheckStrip::mouseMoveEvent(QMouseEvent *event) { moveTo(checkAt(event->position().toPoint())); }

void CheckStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    moveTo(checkAt(event->position().toPoint()));
    if (m_cursor >= 0)
        Q_EMIT activated(m_cursor);
}

void CheckStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void CheckStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace foghorn
