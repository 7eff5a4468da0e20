#pragma once

#include <QStyledItemDelegate>

namespace foghorn {

/// A row of the palette: icon or state, title with the letters that were looked for, note, keys at the end.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteDelegate)
public:
    explicit PaletteDelegate(QObject *parent);
    ~PaletteDelegate() override;

    static int rowHeight(const QFontMetrics &metrics) { return metrics.height() * 9 / 5; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace foghorn
