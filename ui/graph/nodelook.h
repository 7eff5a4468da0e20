#pragma once

#include "ui/models/servicerow.h"
#include "ui/style/statepalette.h"

#include <QFont>
#include <QPalette>
#include <QSizeF>

#include <array>

class QPainter;

namespace foghorn {

/// What all cards of a scene share: sizes from the font, colours from the palette.
struct NodeStyle
{
    QFont font;
    QFont boldFont;
    QPalette palette;
    StatePalette states;
    QSizeF size; ///< of a card
    qreal line = 0; ///< height of a line of text
    qreal band = 0; ///< width of the coloured band
    Qt::LayoutDirection direction = Qt::LeftToRight;

    static NodeStyle of(const QFont &font, const QPalette &palette, Qt::LayoutDirection direction = Qt::LeftToRight);
    /// `rect`, given as if lines ran from left to right, within something as wide as `width`.
    QRectF mirrored(const QRectF &rect, qreal width) const;
};

/// How a card stands to the one that is selected.
enum class NodeEmphasis { Normal, Needed, NeedsIt, Faded };

/// What a stop that somebody thinks of would do to a card.
enum class StopMark { None, Origin, Stops, Degrades };

/// What a card shows at a scale.
enum class NodeDetail { Block, Name, Full };
inline constexpr qreal FullDetailScale = 0.75;
inline constexpr qreal TextScale = 0.45;
NodeDetail detailAt(qreal scale);

/// All about a card that is not the service itself.
struct CardMarks
{
    bool selected = false;
    bool focused = false;
    bool found = false; ///< by the search
    bool affected = false; ///< something that it needs is down
    bool muted = false; ///< nobody is told of its alerts
    bool pinned = false; ///< kept in the details
    NodeEmphasis emphasis = NodeEmphasis::Normal;
    StopMark stop = StopMark::None;

    bool operator==(const CardMarks &) const = default;
};

struct NodePicture
{
    ServiceRow row;
    CardMarks marks;
};

/// A folded group: how many of its services are in which family, and what the worst of them looks like.
struct GroupPicture
{
    QString title;
    int layer = 0;
    int count = 0;
    std::array<int, 5> families{}; ///< by StateFamily
    StateLook worst;
    CardMarks marks;

    static GroupPicture of(const QString &title, int layer, const std::vector<const ServiceRow *> &rows);
    bool operator==(const GroupPicture &) const = default;
};

/// "Layer 2", or the value that its services share.
QString titleOf(const GroupPicture &group);
/// "Layer 2, 41 services, 1 down, folded".
QString spokenGroup(const GroupPicture &group);

/// How high the bar of a block is, as a share of the card: the worse, the higher.
qreal severityShare(StateFamily family);

/// Paints a card into (0, 0)–style.size at the detail that `scale` allows.
void paintNode(QPainter &painter, const NodePicture &node, const NodeStyle &style, qreal scale);
void paintGroup(QPainter &painter, const GroupPicture &group, const NodeStyle &style, qreal scale);

} // namespace foghorn
