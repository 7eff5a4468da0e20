#pragma once

#include "ui/graph/carditem.h"

namespace foghorn {

/// One service. Repaints itself only when what it shows has changed.
class NodeItem final : public CardItem
{
public:
    NodeItem(const QString &key, const ServiceRow &row, const NodeStyle &style);

    ServiceId service() const override { return m_row.id; }
    StateLook look() const override { return m_row.look; }
    QString spoken() const override;
    const ServiceRow &row() const { return m_row; }
    /// True when it looks different now.
    bool setRow(const ServiceRow &row);
    NodePicture picture() const { return {m_row, marks()}; }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    ServiceRow m_row;
};

/// A folded group of services.
class GroupItem final : public CardItem
{
public:
    GroupItem(const QString &key, const GroupPicture &picture, const NodeStyle &style);

    StateLook look() const override { return m_picture.worst; }
    QString spoken() const override;
    GroupPicture picture() const;
    void setPicture(const GroupPicture &picture);

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    GroupPicture m_picture;
};

} // namespace foghorn
