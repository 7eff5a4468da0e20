#pragma once

#include "ui/graph/carditem.h"

namespace foghorn {

/// What stands above the column of a layer: "▾ Layer 2 · 41 services · ◆ 1".
struct HeaderPicture
{
    int layer = 0;
    int count = 0;
    int down = 0; ///< services in the unhealthy family
    int degraded = 0;
    bool isFolded = false; ///< all of its groups are
    CardMarks marks;

    static HeaderPicture of(int layer, const std::vector<const ServiceRow *> &rows, bool isFolded);
    bool operator==(const HeaderPicture &) const = default;
};

void paintHeader(QPainter &painter, const HeaderPicture &header, const NodeStyle &style, qreal scale);
/// "Layer 2, 41 services, 1 down, folded"
QString spokenHeader(const HeaderPicture &header);
/// As wide as a card and as high as its words.
QSizeF headerSize(const NodeStyle &style);

/// The header of a layer; pressing it folds or unfolds the layer.
class HeaderItem final : public CardItem
{
public:
    HeaderItem(const QString &key, const HeaderPicture &picture, const NodeStyle &style);

    StateLook look() const override;
    QString spoken() const override { return spokenHeader(m_picture); }
    QSizeF size() const override { return headerSize(style()); }
    QMarginsF overhang() const override;
    HeaderPicture picture() const;
    void setPicture(const HeaderPicture &picture);

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    HeaderPicture m_picture;
};

} // namespace foghorn
