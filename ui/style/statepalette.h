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

    /// High: the ink on the ground and nothing else; states go by outline, height and word alone.
    enum class Contrast { Usual, High };

    explicit StatePalette(Ground ground = Ground::Light, Contrast contrast = Contrast::Usual)
        : m_ground(ground)
        , m_contrast(contrast)
    {
    }
    /// Light or dark by what the palette's window looks like; high contrast when it is pure black and white.
    static StatePalette forPalette(const QPalette &palette);

    FamilyColors colors(StateFamily family) const;
    QColor focusRing() const;
    /// Lines that only part things.
    QColor hairline() const;
    /// Edges of the graph, and those of optional dependencies.
    QColor edge() const;
    QColor faintEdge() const;
    /// What needs the selected service, beside the focus ring's colour for what it needs.
    QColor downstream() const;
    Ground ground() const { return m_ground; }
    bool isHighContrast() const { return m_contrast == Contrast::High; }
    bool operator==(const StatePalette &) const = default;

private:
    QColor ink() const { return m_ground == Ground::Light ? QColor(Qt::black) : QColor(Qt::white); }
    QColor paper() const { return m_ground == Ground::Light ? QColor(Qt::white) : QColor(Qt::black); }

    Ground m_ground;
    Contrast m_contrast;
};

} // namespace foghorn
