#pragma once

#include <QStringList>

class QWidget;

namespace foghorn {

/// Words of `root` that are cut: labels, buttons, tabs, headers, boxes, and widgets that are given less than they need.
/// Texts that the widget itself shortens are in order when a reader gets them whole.
QStringList clippedTexts(QWidget &root);

} // namespace foghorn
