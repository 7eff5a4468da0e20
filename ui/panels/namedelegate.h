#pragma once

#include <QStyledItemDelegate>

namespace foghorn {

/// Paints the name of a service; in a row that is high enough, below it what kind of service it is.
class NameDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameDelegate)
public:
    explicit NameDelegate(QObject *parent = nullptr);
    ~NameDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace foghorn
