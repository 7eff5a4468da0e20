#pragma once

#include <QString>

class QWidget;

namespace foghorn {

/// Lets readers of the screen say something when it suits them. It stays readable as the widget's description.
void announce(QWidget &from, const QString &text);

} // namespace foghorn
