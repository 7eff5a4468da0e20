#include "ui/tray/traycontent.h"

#include "ui/models/fleetsummary.h"
#include "ui/style/isolated.h"
#include "ui/style/paintedicon.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

#include <algorithm>

namespace foghorn {

namespace {

constexpr StateLook Well{StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
constexpr StateLook NotKnown{StateFamily::Neutral, Silhouette::Unchecked, Badge::None, 0};
constexpr int MostShown = 9; ///< in the corner of 16 pixels there is room for no more

bool needsSomebody(const ServiceRow &row)
{
    const bool isMeant = row.facts.goal == Goal::Up || row.facts.state == RunState::Failed;
    return isMeant && row.look.severity >= AttentionSeverity;
}

void paintCount(QPainter &painter, const QRectF &rect, const QString &count, const StatePalette &palette)
{
    const qreal side = std::min(rect.width(), rect.height());
    QRectF ground(0, 0, side * (count.size() > 1 ? 0.78 : 0.54), side * 0.54);
    ground.moveBottomRight(rect.bottomRight());
    const QPalette colors = QGuiApplication::palette();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.color(QPalette::Base));
    painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2);
    QFont font = QGuiApplication::font();
    font.setBold(true);
    font.setPixelSize(std::max(1, static_cast<int>(ground.height() * 0.9)));
    painter.setFont(font);
    painter.setPen(palette.colors(StateFamily::Unhealthy).text);
    painter.drawText(ground, Qt::AlignCenter, count);
}

} // namespace

TrayContent TrayWords::content(const std::vector<ServiceRow> &rows, const QString &place, bool isKnown)
{
    TrayContent content;
    content.place = place;
    content.look = NotKnown;
    if (!isKnown) {
        content.headline = tr("Not connected");
        return content;
    }
    const FleetSummary summary = summaryOf(rows);
    content.look = Well;
    content.attention = summary.attention;
    content.headline = foghorn::headline(summary);
    //: %1 services of %2
    content.counts = tr("%L1 of %L2 running").arg(summary.running).arg(summary.total);
    std::vector<const ServiceRow *> ill;
    for (const ServiceRow &row : rows) {
        if (needsSomebody(row))
            ill.push_back(&row);
    }
    std::stable_sort(ill.begin(), ill.end(),
        [](const ServiceRow *a, const ServiceRow *b) { return a->look.severity > b->look.severity; });
    for (const ServiceRow *row : ill) {
        if (content.worst.size() == TrayContent::MostNamed)
            break;
        content.worst.append({row->id, row->look, row->state});
    }
    if (!content.worst.isEmpty())
        content.look = content.worst.first().look;
    return content;
}

QString TrayWords::toolTip(const TrayContent &content)
{
    //: %1 is the name of a fleet, %2 "2 need attention"
    return tr("Foghorn — %1 — %2").arg(isolated(content.place), content.headline);
}

QIcon TrayWords::icon(const TrayContent &content)
{
    return paintedIcon(
        [look = content.look, count = content.attention](QPainter &painter, const QRectF &rect, QIcon::Mode) {
            const StatePalette palette = StatePalette::forPalette(QGuiApplication::palette());
            painter.setRenderHint(QPainter::Antialiasing);
            paintGlyph(painter, rect, look, palette);
            if (count > 0)
                paintCount(painter, rect, count > MostShown ? QStringLiteral("9+") : QString::number(count), palette);
        });
}

} // namespace foghorn
