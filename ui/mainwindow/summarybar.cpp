#include "ui/mainwindow/summarybar.h"

#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"

#include <QPainter>
#include <QStyle>

namespace foghorn {

SummaryBar::SummaryBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

SummaryBar::~SummaryBar() = default;

void SummaryBar::setSummary(const std::optional<FleetSummary> &summary)
{
    m_summary = summary;
    QStringList words;
    for (const Entry &entry : entries())
        words.append(entry.words);
    setAccessibleName(tr("Fleet: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

/// The worst first; what there is none of is left out.
QList<SummaryBar::Entry> SummaryBar::entries() const
{
    if (!m_summary)
        return {{StateLook{StateFamily::Neutral, Silhouette::Unchecked, Badge::None, 0}, tr("not known")}};
    QList<Entry> list;
    const auto add = [&list](int count, StateFamily family, Silhouette silhouette, const QString &words) {
        if (count > 0)
            list.append({StateLook{family, silhouette, Badge::None, 0}, words});
    };
    add(m_summary->unhealthy, StateFamily::Unhealthy, Silhouette::Cross,
        tr("%1 unhealthy or failed").arg(m_summary->unhealthy));
    add(m_summary->degraded, StateFamily::Degraded, Silhouette::Warning, tr("%1 degraded").arg(m_summary->degraded));
    add(m_summary->busy, StateFamily::Busy, Silhouette::Starting, tr("%1 starting or stopping").arg(m_summary->busy));
    add(m_summary->neutral, StateFamily::Neutral, Silhouette::Stopped,
        tr("%1 stopped or waiting").arg(m_summary->neutral));
    add(m_summary->healthy, StateFamily::Healthy, Silhouette::Check, tr("%1 healthy").arg(m_summary->healthy));
    return list;
}

int SummaryBar::widthOf(const Entry &entry) const
{
    const int line = fontMetrics().height();
    return line + line / 3 + fontMetrics().horizontalAdvance(entry.words) + line;
}

QSize SummaryBar::sizeHint() const
{
    int width = fontMetrics().height() / 2;
    for (const Entry &entry : entries())
        width += widthOf(entry);
    return {width, fontMetrics().height() * 3 / 2};
}

void SummaryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatePalette states = StatePalette::forPalette(palette());
    const int line = fontMetrics().height();
    int x = line / 2;
    for (const Entry &entry : entries()) {
        const int width = widthOf(entry);
        const QRect glyph(x, (height() - line) / 2, line, line);
        const QRect words(x + line + line / 3, 0, width, height());
        const auto place = [this](
                               const QRect &rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
        paintGlyph(painter, place(glyph), entry.look, states);
        painter.setPen(states.colors(entry.look.family).text);
        painter.drawText(place(words), Qt::AlignVCenter | Qt::AlignLeading, entry.words);
        x += width;
    }
}

} // namespace foghorn
