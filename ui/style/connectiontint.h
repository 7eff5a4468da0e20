#pragma once

#include <QColor>
#include <QCoreApplication>
#include <QIcon>

#include <array>

class QPalette;

namespace foghorn {

/// The colour that a person gives a connection, so that production does not look like a test bench.
enum class ConnectionTint { None, Red, Orange, Green, Blue, Violet, Grey };

/// How such a colour looks and is called. At least 3 : 1 on the ground of windows, light and dark.
class ConnectionTints
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::ConnectionTints)
public:
    static constexpr std::array All{ConnectionTint::None, ConnectionTint::Red, ConnectionTint::Orange,
        ConnectionTint::Green, ConnectionTint::Blue, ConnectionTint::Violet, ConnectionTint::Grey};

    /// Invalid for None.
    static QColor color(ConnectionTint tint, const QPalette &palette);
    static QString name(ConnectionTint tint);
    /// A filled square, or an empty one.
    static QIcon icon(ConnectionTint tint);
};

} // namespace foghorn
