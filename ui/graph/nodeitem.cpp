#include "ui/graph/nodeitem.h"

#include <QCoreApplication>
#include <QPainter>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::CardItem)
};

/// What a card's marks mean, in words.
QString withMarks(const QString &what, const CardMarks &marks)
{
    QString sentence = what;
    if (marks.muted)
        sentence = Words::tr("%1, alerts muted").arg(sentence);
    if (marks.pinned)
        sentence = Words::tr("%1, pinned").arg(sentence);
    if (marks.affected)
        sentence = Words::tr("%1, affected by a service that is down").arg(sentence);
    switch (marks.stop) {
    case StopMark::None:
        break;
    case StopMark::Origin:
        return Words::tr("%1, would stop").arg(sentence);
    case StopMark::Stops:
        return Words::tr("%1, would stop too").arg(sentence);
    case StopMark::Degrades:
        return Words::tr("%1, would stay up").arg(sentence);
    }
    return sentence;
}

} // namespace

NodeItem::NodeItem(const QString &key, const ServiceRow &row, const NodeStyle &style)
    : CardItem(key, row.layer, style)
    , m_row(row)
{
}

bool NodeItem::setRow(const ServiceRow &row)
{
    if (row == m_row)
        return false;
    m_row = row;
    update();
    return true;
}

QString NodeItem::spoken() const { return withMarks(spokenNode(m_row), marks()); }

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paintNode(*painter, picture(), style(), scaleOf(*painter));
}

GroupItem::GroupItem(const QString &key, const GroupPicture &picture, const NodeStyle &style)
    : CardItem(key, picture.layer, style)
    , m_picture(picture)
{
}

GroupPicture GroupItem::picture() const
{
    GroupPicture picture = m_picture;
    picture.marks = marks();
    return picture;
}

void GroupItem::setPicture(const GroupPicture &picture)
{
    if (picture == m_picture)
        return;
    m_picture = picture;
    update();
}

QString GroupItem::spoken() const { return withMarks(spokenGroup(m_picture), marks()); }

void GroupItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paintGroup(*painter, picture(), style(), scaleOf(*painter));
}

} // namespace foghorn
