#pragma once

#include <QIcon>

#include <functional>

class QPainter;
class QRectF;

namespace foghorn {

using IconPainter = std::function<void(QPainter &, const QRectF &, QIcon::Mode)>;

/// An icon that `paint` draws afresh for every size and pixel ratio, so that nothing is ever blurred.
QIcon paintedIcon(IconPainter paint);

} // namespace foghorn
