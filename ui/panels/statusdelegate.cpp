#include "ui/panels/statusdelegate.h"

#include "ui/models/servicetablemodel.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include <QPainter>

#include <algorithm>

namespace foghorn {

namespace {

struct ChipGeometry
{
    QRectF ground;
    QRectF glyph;
    QRectF words;
};

int chipWidth(const QFontMetrics &metrics, const QString &words)
{
    const int line = metrics.height();
    return line / 2 + line + line / 3 + metrics.horizontalAdvance(words) + line;
}

ChipGeometry chipIn(const QRect &cell, const QFontMetrics &metrics, const QString &words, bool mirrored)
{
    const qreal line = metrics.height();
    const qreal height = std::min<qreal>(cell.height() - 4, line * 1.4);
    const qreal width = std::min<qreal>(cell.width() - line / 2, chipWidth(metrics, words));
    ChipGeometry chip;
    chip.ground = QRectF(cell.x() + line / 4, cell.center().y() - height / 2 + 0.5, width, height);
    const qreal glyph = std::min(height - 4, line);
    chip.glyph = QRectF(chip.ground.x() + line / 2.5, chip.ground.center().y() - glyph / 2, glyph, glyph);
    chip.words = chip.ground;
    chip.words.setLeft(chip.glyph.right() + line / 3);
    chip.words.setRight(chip.ground.right() - line / 3);
    if (mirrored) {
        for (QRectF *rect : {&chip.ground, &chip.glyph, &chip.words})
            rect->moveLeft(cell.left() + cell.right() + 1 - rect->right());
    }
    return chip;
}

} // namespace

StatusDelegate::StatusDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

StatusDelegate::~StatusDelegate() = default;

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString words = ground.text;
    ground.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : nullptr;
    if (style)
        style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const StatePalette palette = StatePalette::forPalette(option.palette);
    const auto look = index.data(ServiceTableModel::LookRole).value<StateLook>();
    const FamilyColors colors = palette.colors(look.family);
    const ChipGeometry chip = chipIn(option.rect, option.fontMetrics, words, option.direction == Qt::RightToLeft);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.chip);
    painter->drawRoundedRect(chip.ground, chip.ground.height() / 2, chip.ground.height() / 2);
    paintGlyph(*painter, chip.glyph, look, palette);
    painter->setPen(colors.text);
    painter->drawText(chip.words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        option.fontMetrics.elidedText(words, Qt::ElideRight, static_cast<int>(chip.words.width()) + 1));
    painter->restore();
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString words = index.data().toString();
    const int line = option.fontMetrics.height();
    return {chipWidth(option.fontMetrics, words) + line / 2, line * 8 / 5};
}

int StatusDelegate::widestChip(const QFontMetrics &metrics)
{
    int widest = 0;
    for (const RunState state : {RunState::Stopped, RunState::Waiting, RunState::Starting, RunState::Running,
             RunState::Stopping, RunState::Backoff, RunState::Finished, RunState::Failed}) {
        for (const Health health : {Health::Unknown, Health::Healthy, Health::Degraded, Health::Unhealthy}) {
            StateFacts facts;
            facts.state = state;
            facts.health = health;
            facts.goal = Goal::Up;
            widest = std::max(widest, chipWidth(metrics, Wording::state(facts)));
        }
    }
    return widest + metrics.height() / 2;
}

} // namespace foghorn
