#include "ui/style/connectiontint.h"

#include "ui/style/paintedicon.h"
#include "ui/style/statepalette.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

#include <algorithm>

namespace foghorn {

QColor ConnectionTints::color(ConnectionTint tint, const QPalette &palette)
{
    const bool isLight = StatePalette::forPalette(palette).ground() == StatePalette::Ground::Light;
    switch (tint) {
    case ConnectionTint::None:
        return {};
    case ConnectionTint::Red:
        return isLight ? QColor(0xc62828) : QColor(0xff6b6b);
    case ConnectionTint::Orange:
        return isLight ? QColor(0xb35900) : QColor(0xff9f43);
    case ConnectionTint::Green:
        return isLight ? QColor(0x2e7d32) : QColor(0x66bb6a);
    case ConnectionTint::Blue:
        return isLight ? QColor(0x1565c0) : QColor(0x64b5f6);
    case ConnectionTint::Violet:
        return isLight ? QColor(0x7b1fa2) : QColor(0xce93d8);
    case ConnectionTint::Grey:
        return isLight ? QColor(0x616161) : QColor(0xbdbdbd);
    }
    return {};
}

QString ConnectionTints::name(ConnectionTint tint)
{
    switch (tint) {
    case ConnectionTint::None:
        //: of a connection
        return tr("No colour");
    case ConnectionTint::Red:
        return tr("Red");
    case ConnectionTint::Orange:
        return tr("Orange");
    case ConnectionTint::Green:
        return tr("Green");
    case ConnectionTint::Blue:
        return tr("Blue");
    case ConnectionTint::Violet:
        return tr("Violet");
    case ConnectionTint::Grey:
        return tr("Grey");
    }
    return {};
}

QIcon ConnectionTints::icon(ConnectionTint tint)
{
    return paintedIcon([tint](QPainter &painter, const QRectF &rect, QIcon::Mode) {
        const QPalette palette = QGuiApplication::palette();
        const qreal side = std::min(rect.width(), rect.height()) * 0.7;
        QRectF square(0, 0, side, side);
        square.moveCenter(rect.center());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette.color(QPalette::Mid), 1));
        if (const QColor fill = color(tint, palette); fill.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
        }
        painter.drawRoundedRect(square, side / 6, side / 6);
    });
}

} // namespace foghorn
