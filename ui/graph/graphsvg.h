#pragma once

#include <QByteArray>

namespace foghorn {

struct GraphPicture;

/// The picture as an SVG 1.1 document: text as text, a title and a description for the whole and for each card.
/// Whatever names contain is escaped. Pure, for any thread.
QByteArray toSvg(const GraphPicture &picture);

} // namespace foghorn
