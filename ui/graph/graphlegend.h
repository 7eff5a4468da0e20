#pragma once

#include "ui/graph/edgelook.h"

#include <QWidget>

#include <functional>

namespace foghorn {

/// Says what the lines of the graph mean.
class GraphLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphLegend)
public:
    explicit GraphLegend(QWidget *parent = nullptr);
    ~GraphLegend() override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        QString words;
        bool required;
        bool broken;
        EdgeTone tone;
    };
    QList<Entry> entries() const;
    int widthOf(const Entry &entry) const;
    /// Calls `use` with the place of each entry; returns the height of all.
    int arrange(int width, const std::function<void(const Entry &, QPoint)> &use) const;
};

} // namespace foghorn
