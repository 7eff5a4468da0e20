#pragma once

#include "ui/graph/nodelook.h"

class QPainter;
class QPainterPath;

namespace foghorn {

/// The parts that the cards of services and of groups share.
QPainterPath cardShape(const NodeStyle &style);
/// Ground, band in the family's colour (hatched for what is affected by others), border, rings of selection and focus.
void paintCard(QPainter &painter, StateFamily family, const CardMarks &marks, const NodeStyle &style);
/// A bar whose height tells how bad it is; neutral ones are outlines only. Readable at any scale.
void paintBlock(QPainter &painter, StateFamily family, const CardMarks &marks, const NodeStyle &style);
/// What a stop would do to it, in a word on the upper border.
void paintStopMark(QPainter &painter, StopMark mark, const NodeStyle &style);
/// One line of plain text within `rect` (as in NodeStyle::mirrored), elided in the middle.
void paintText(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const NodeStyle &style);

} // namespace foghorn
