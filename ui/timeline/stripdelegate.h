#pragma once

#include <QStyledItemDelegate>

namespace foghorn {

/// Paints the strip of the last checks of a table cell (MarksRole); the geometry is HealthStrip's.
class StripDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StripDelegate)
public:
    explicit StripDelegate(QObject *parent = nullptr);
    ~StripDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace foghorn
