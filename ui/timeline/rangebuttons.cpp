#include "ui/timeline/rangebuttons.h"

#include "ui/style/statepalette.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace foghorn {

namespace {

/// The style's own mark of a button that is down is hardly seen in dark colours.
class MarkedButton final : public QToolButton
{
public:
    QSize sizeHint() const override
    {
        const int side = fontMetrics().height() * 9 / 5;
        return QToolButton::sizeHint().expandedTo({side, side});
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QToolButton::paintEvent(event);
        if (!isChecked())
            return;
        const int line = std::max(2, fontMetrics().height() / 6);
        QPainter(this).fillRect(
            QRect(3, height() - line - 2, width() - 6, line), StatePalette::forPalette(palette()).focusRing());
    }
};

} // namespace

QToolButton *toolButton(const QString &text, const QString &tip)
{
    auto *button = new MarkedButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setStatusTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

RangeButtons::RangeButtons(const QList<std::chrono::hours> &ranges, QWidget *parent)
    : QWidget(parent)
    , m_ranges(ranges)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const std::chrono::hours range : ranges) {
        const QString length = range.count() > 24 ? tr("%1 d").arg(range.count() / 24) : tr("%1 h").arg(range.count());
        QToolButton *button = toolButton(length, tr("Show %1").arg(length));
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, range] {
            setRange(range); // also when it was down already
            Q_EMIT chosen(range);
        });
        row->addWidget(button);
        m_buttons.append(button);
    }
}

RangeButtons::~RangeButtons() = default;

void RangeButtons::setRange(std::chrono::milliseconds range)
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(m_ranges.at(i) == range);
}

} // namespace foghorn
