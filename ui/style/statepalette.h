#pragma once

#include "ui/style/statelook.h"

#include <QColor>

class QPalette;

namespace foghorn {

/// The colours of one family. Contrasts are those of the design page: fill >= 3 : 1 on every ground, text >= 4.5 : 1.
struct FamilyColors
{
    QColor fill; ///< bands, glyphs, bars
    QColor text; ///< words on the window, a base or the chip
    QColor chip; ///< ground of a chip
    QColor onFill; ///< marks on the fill
};

/// The one place from which state colours come.
class StatePalette
{
public:
    enum class Ground { Light, Dark };

    explicit StatePalette(Ground ground = Ground::Light)
        : m_ground(ground)
    {
    }
    /// Light or dark by what the palette's window looks like.
    static StatePalette forPalette(const QPalette &palette);

    FamilyColors colors(StateFamily family) const;
    QColor focusRing() const;
    /// Lines that only part things.
    QColor hairline() const;
    /// Edges of the graph, and those of optional dependencies.
    QColor edge() const;
    QColor faintEdge() const;
    Ground ground() const { return m_ground; }

private:
    Ground m_ground;
};

} // namespace foghorn
