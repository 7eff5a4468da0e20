#pragma once

#include "ui/models/operationlines.h"

#include <QWidget>

namespace foghorn {

/// Glyphs with words, one after the other, in as many lines as they need.
class StepFlow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepFlow)
public:
    explicit StepFlow(QWidget *parent = nullptr);
    ~StepFlow() override;

    void setCells(const QList<StepCell> &cells);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int lineHeight() const;
    int widthOf(const StepCell &cell) const;
    /// Where each cell goes in so much width; left to right.
    QList<QRect> placesIn(int width) const;

    QList<StepCell> m_cells;
};

} // namespace foghorn
