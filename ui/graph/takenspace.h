#pragma once

#include <QPointF>
#include <QSizeF>

#include <map>
#include <vector>

namespace foghorn {

/// Which parts of a picture stand full of nodes of one size, and where there is room for one more. Lengths are in the
/// scene's units; nothing stands above 0.
class TakenSpace
{
public:
    /// `gap`: what is left free above and below each node.
    TakenSpace(QSizeF node, double gap)
        : m_node(node)
        , m_gap(gap)
    {
    }

    void take(QPointF corner);
    /// Where the lowest node ends.
    double bottom() const { return m_bottom; }
    /// The height nearest to `wanted` where a node that begins at `x` has room; there is always one.
    double nearestFree(double x, double wanted) const;
    bool isFree(QPointF corner) const;
    /// The height nearest to `wanted` where a line passes between the nodes that begin at `x`.
    double nearestGap(double x, double wanted) const;
    /// The height of one that begins between `left` and `right`; `otherwise` when there is none.
    double someTop(double left, double right, double otherwise) const;

private:
    struct Span
    {
        double top = 0;
        double bottom = 0;
    };

    std::vector<Span> spansAt(double x) const;

    QSizeF m_node;
    double m_gap;
    double m_bottom = 0;
    std::map<long, std::map<double, double>> m_columns; ///< by left sides: upper ends and lower ends
};

} // namespace foghorn
