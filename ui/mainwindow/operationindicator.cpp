#include "ui/mainwindow/operationindicator.h"

#include "ui/models/operationmodel.h"
#include "ui/models/operationwords.h"
#include "ui/style/statepalette.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace foghorn {

OperationIndicator::OperationIndicator(const OperationModel &model, QWidget *parent)
    : QAbstractButton(parent)
    , m_model(model)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(tr("Show how far it is"));
    setStatusTip(toolTip());
    connect(&model, &OperationModel::changed, this, &OperationIndicator::refresh);
    connect(&model, &OperationModel::began, this, &OperationIndicator::refresh);
    refresh();
}

OperationIndicator::~OperationIndicator() = default;

void OperationIndicator::refresh()
{
    int finished = 0;
    int total = 0;
    for (const Operation &operation : m_model.operations()) {
        if (!operation.isRunning())
            continue;
        finished += operation.finished();
        total += operation.total();
    }
    m_share = total > 0 ? static_cast<double>(finished) / total : 0;
    const int running = m_model.runningCount();
    if (running > 0) {
        setText(OperationWords::running(running));
        //: %1 is "1 operation running"
        setAccessibleName(tr("%1, %L2 of %L3 services").arg(text()).arg(finished).arg(total));
        updateGeometry();
    }
    setVisible(running > 0);
    update();
}

QSize OperationIndicator::sizeHint() const
{
    const int line = fontMetrics().height();
    return {fontMetrics().horizontalAdvance(text()) + line * 8, std::max(24, line * 3 / 2)};
}

void OperationIndicator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatePalette states = StatePalette::forPalette(palette());
    const int line = fontMetrics().height();
    const auto place = [this](const QRect &at) { return QStyle::visualRect(layoutDirection(), rect(), at); };
    const int words = fontMetrics().horizontalAdvance(text()) + 1;
    painter.setPen(palette().color(underMouse() ? QPalette::Link : QPalette::WindowText));
    painter.drawText(place(QRect(line / 2, 0, words, height())), Qt::AlignVCenter | Qt::AlignLeading, text());
    const int thick = line / 2;
    const QRect bar(line + words, (height() - thick) / 2, width() - line * 3 / 2 - words, thick);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(
        states.colors(StateFamily::Neutral).chip.darker(states.ground() == StatePalette::Ground::Dark ? 80 : 112));
    painter.drawRoundedRect(place(bar), thick / 2.0, thick / 2.0);
    QRect filled = bar;
    filled.setWidth(std::max(thick, static_cast<int>(bar.width() * m_share)));
    painter.setBrush(states.colors(StateFamily::Busy).fill);
    painter.drawRoundedRect(place(filled), thick / 2.0, thick / 2.0);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(states.focusRing(), 2));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 3, 3);
    }
}

} // namespace foghorn
