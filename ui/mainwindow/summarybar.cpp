#include "ui/mainwindow/summarybar.h"

#include "ui/models/servicefilter.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace foghorn {

namespace {

struct Family
{
    int FleetSummary::*count;
    StateLook look;
    QList<StatusKind> kinds; ///< that it counts
};

/// The worst first.
const std::array<Family, 5> &families()
{
    using Kind = StatusKind;
    static const std::array<Family, 5> all{
        Family{&FleetSummary::unhealthy, lookOfKind(Kind::Unhealthy), {Kind::Failed, Kind::Unhealthy}},
        Family{&FleetSummary::degraded, lookOfKind(Kind::Degraded), {Kind::Degraded}},
        Family{&FleetSummary::busy, lookOfKind(Kind::Starting), {Kind::Starting, Kind::Stopping}},
        Family{&FleetSummary::neutral, lookOfKind(Kind::Stopped), {Kind::Waiting, Kind::Stopped, Kind::Unchecked}},
        Family{&FleetSummary::healthy, lookOfKind(Kind::Healthy), {Kind::Healthy}}};
    return all;
}

} // namespace

SummaryBar::SummaryBar(QWidget *parent)
    : QWidget(parent)
    , m_unknown(new QLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() / 4);
    m_unknown->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter); // beside the counts
    row->addWidget(m_unknown);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setIconSize(QSize(1, 1) * fontMetrics().height());
        button->setMinimumHeight(fontMetrics().height() * 3 / 2);
        connect(button, &QToolButton::clicked, this,
            [this, i] { Q_EMIT filterWanted(ServiceFilter::withKinds({}, families()[i].kinds)); });
        row->addWidget(button);
        m_buttons[i] = button;
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    refresh();
}

SummaryBar::~SummaryBar() = default;

void SummaryBar::setSummary(const std::optional<FleetSummary> &summary)
{
    if (summary)
        m_last.reset();
    if (summary == m_summary)
        return;
    m_summary = summary;
    m_isCompact = width() < widthOf(false);
    refresh();
    updateGeometry();
}

void SummaryBar::setLastKnown(const FleetSummary &summary, WallTime at)
{
    m_last = LastKnown{summary, at};
    m_isCompact = width() < widthOf(false);
    refresh();
    updateGeometry();
}

int SummaryBar::countOf(std::size_t family) const
{
    const auto count = families()[family].count;
    if (m_summary)
        return (*m_summary).*count;
    return m_last ? m_last->summary.*count : 0;
}

QString SummaryBar::whyUnknown() const
{
    //: the counts beside it are those of that time of day, not of now
    return isFromBefore() ? tr("from %1").arg(Wording::clock(m_last->at)) : tr("not known");
}

QString SummaryBar::wordsOf(std::size_t family) const
{
    const QString count = QLocale().toString(countOf(family));
    switch (family) {
    case 0:
        return tr("%1 unhealthy or failed").arg(count);
    case 1:
        return tr("%1 degraded").arg(count);
    case 2:
        return tr("%1 starting or stopping").arg(count);
    case 3:
        return tr("%1 stopped or waiting").arg(count);
    default:
        return tr("%1 healthy").arg(count);
    }
}

/// Of what is shown now, were it with or without words: it must not depend on which it is.
int SummaryBar::widthOf(bool compact) const
{
    const int line = fontMetrics().height();
    int width = m_summary ? 0 : fontMetrics().horizontalAdvance(whyUnknown()) + line / 4;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (countOf(i) > 0)
            width +=
                line * 13 / 4 + fontMetrics().horizontalAdvance(compact ? QLocale().toString(countOf(i)) : wordsOf(i));
    }
    return width;
}

QSize SummaryBar::sizeHint() const { return {widthOf(false), fontMetrics().height() * 7 / 4}; }

QSize SummaryBar::minimumSizeHint() const { return {widthOf(true), fontMetrics().height() * 7 / 4}; }

void SummaryBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isCompact = width() < widthOf(false);
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    refresh();
}

void SummaryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_buttons.front())
        refresh();
}

void SummaryBar::refresh()
{
    m_unknown->setVisible(!m_summary);
    m_unknown->setText(whyUnknown());
    m_unknown->setEnabled(!isFromBefore());
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        refreshButton(i);
}

void SummaryBar::refreshButton(std::size_t family)
{
    const int count = countOf(family);
    QToolButton *button = m_buttons[family];
    button->setVisible(count > 0);
    button->setEnabled(!isFromBefore()); // there are no rows to filter yet
    const QString words = wordsOf(family);
    button->setText(m_isCompact ? QLocale().toString(count) : words);
    const StatePalette states = StatePalette::forPalette(palette());
    StateLook look = families()[family].look;
    if (isFromBefore())
        look.family = StateFamily::Neutral;
    button->setIcon(glyphIcon(look, states));
    QPalette colored = palette();
    if (!isFromBefore())
        colored.setColor(QPalette::ButtonText, states.colors(look.family).text);
    button->setPalette(colored);
    //: %1 is "2 degraded"
    const QString tip = isFromBefore() ? tr("%1 at %2, not known now").arg(words, Wording::clock(m_last->at))
                                       : tr("%1: show only these").arg(words);
    button->setAccessibleName(tip);
    button->setToolTip(tip);
    button->setStatusTip(tip);
}

} // namespace foghorn
