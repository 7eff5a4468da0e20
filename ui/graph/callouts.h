#pragma once

#include "ui/graph/nodelook.h"

#include <QGraphicsItem>

#include <vector>

namespace foghorn {

class CardItem;
class GraphScene;

/// So many of the worst keep a name that can be read while the scale is too small for the others'.
inline constexpr std::size_t MostCallouts = 8;
inline constexpr qreal CalloutScale = 0.6;

/// The glyph and name of a card at the size of the window's font, whatever the scale, with a line to its card.
class CalloutItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };

    /// `label` is in pixels from the card's centre; `style` belongs to the scene.
    CalloutItem(const CardItem &card, const QString &name, const NodeStyle &style, const QRectF &label);

    int type() const override { return Type; }
    /// Of the card it speaks for.
    const QString &key() const { return m_key; }
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QString m_key;
    QString m_name;
    StateLook m_look;
    const NodeStyle &m_style; ///< as it is when it is painted: colours change
    QRectF m_label; ///< pixels from the card's centre
};

/// Keeps the call-outs of the worst cards of a scene.
class Callouts final
{
public:
    explicit Callouts(GraphScene &scene)
        : m_scene(scene)
    {
    }
    /// Chooses and places them anew where something is different now.
    void refresh(qreal scale);
    const std::vector<CalloutItem *> &items() const { return m_items; }

private:
    struct Wanted
    {
        QString key;
        StateLook look;
        QString name;
        QPointF at;
        bool operator==(const Wanted &) const = default;
    };
    std::vector<Wanted> worst() const;
    void place(qreal scale);

    GraphScene &m_scene;
    std::vector<Wanted> m_wanted;
    std::vector<CalloutItem *> m_items; ///< the scene owns them
    qreal m_scale = 1;
};

} // namespace foghorn
