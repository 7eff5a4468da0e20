#include "ui/timeline/rangebuttons.h"

#include "ui/style/wording.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace foghorn {

QToolButton *toolButton(const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setStatusTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    const int side = button->fontMetrics().height() * 9 / 5;
    button->setMinimumSize(side, side);
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
