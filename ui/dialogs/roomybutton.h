#pragma once

#include <QPushButton>

namespace foghorn {

/// Styles leave long words no room at the sides of a button.
inline QPushButton *roomy(QPushButton *button)
{
    const QFontMetrics metrics = button->fontMetrics();
    button->setMinimumWidth(metrics.size(Qt::TextShowMnemonic, button->text()).width() + metrics.height() * 2);
    return button;
}

} // namespace foghorn
