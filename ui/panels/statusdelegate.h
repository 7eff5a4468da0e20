#pragma once

#include <QStyledItemDelegate>

namespace foghorn {

/// Paints the state as a chip: glyph and words on the family's own ground, so that contrast does not depend on
/// selection.
class StatusDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusDelegate)
public:
    explicit StatusDelegate(QObject *parent = nullptr);
    ~StatusDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Width of a column that shows every state's words in full.
    static int widestChip(const QFontMetrics &metrics);
};

} // namespace foghorn
