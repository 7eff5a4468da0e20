#pragma once

#include <QStyledItemDelegate>

namespace foghorn {

/// Draws the list of pages. Where the focus is a ring goes around all of it: the style's own goes around the words,
/// and in a narrow window there are none.
class PageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageDelegate)
public:
    explicit PageDelegate(QObject *parent = nullptr);
    ~PageDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace foghorn
