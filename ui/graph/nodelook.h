#pragma once

#include "ui/models/servicerow.h"
#include "ui/style/statepalette.h"

#include <QFont>
#include <QPalette>
#include <QSizeF>

namespace foghorn {

/// What all nodes of a scene share: sizes from the font, colours from the palette.
struct NodeStyle
{
    QFont font;
    QFont boldFont;
    QPalette palette;
    StatePalette states;
    QSizeF size; ///< of a node
    qreal line = 0; ///< height of a line of text
    qreal band = 0; ///< width of the coloured band

    static NodeStyle of(const QFont &font, const QPalette &palette);
};

enum class NodeEmphasis { Normal, Needed, Affected, Faded };

/// Below these scales a node shows less.
inline constexpr qreal FullDetailScale = 0.75;
inline constexpr qreal TextScale = 0.45;

struct NodePicture
{
    ServiceRow row;
    bool selected = false;
    bool focused = false;
    NodeEmphasis emphasis = NodeEmphasis::Normal;
};

/// Paints a node into (0, 0)–style.size at the detail that `scale` allows.
void paintNode(
    QPainter &painter, const NodePicture &node, const NodeStyle &style, qreal scale, Qt::LayoutDirection direction);

} // namespace foghorn
