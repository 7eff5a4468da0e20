#pragma once

#include <Qt>

namespace foghorn {

class CardItem;
class GraphScene;

/// Where an arrow key leads from a card: Left to what it needs, Right to what needs it, Up and Down within its column
/// (its header is the uppermost), Home and End to the column's first and last card. Null when there is nothing.
CardItem *neighbourOf(const GraphScene &scene, const CardItem &from, Qt::Key key);

} // namespace foghorn
