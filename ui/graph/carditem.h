#pragma once

#include "ui/graph/nodelook.h"

#include <QGraphicsItem>

namespace foghorn {

/// Something of the graph's scene that can have the focus: a service, a folded group, the header of a layer.
class CardItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    /// `style` belongs to the scene.
    CardItem(QString key, int layer, const NodeStyle &style);

    int type() const final { return Type; }
    /// Stays the same as long as it is about the same thing.
    const QString &key() const { return m_key; }
    int layer() const { return m_layer; }
    const CardMarks &marks() const { return m_marks; }
    void setMarks(const CardMarks &marks);
    void styleChanged();

    /// Empty for all but services.
    virtual ServiceId service() const { return {}; }
    /// Of the worst service in it.
    virtual StateLook look() const = 0;
    /// As a sentence, for screen readers.
    virtual QString spoken() const = 0;
    virtual QSizeF size() const { return m_style.size; }
    /// What it may paint around its card: rings, the stack of a group, the word on the border.
    virtual QMarginsF overhang() const;

    QRectF boundingRect() const final;

protected:
    const NodeStyle &style() const { return m_style; }
    static qreal scaleOf(const QPainter &painter);

private:
    QString m_key;
    int m_layer;
    const NodeStyle &m_style;
    CardMarks m_marks;
};

} // namespace foghorn
