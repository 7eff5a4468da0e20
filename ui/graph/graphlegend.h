#pragma once

#include <QWidget>

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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        QString words;
        bool required;
        bool broken;
    };
    QList<Entry> entries() const;
};

} // namespace foghorn
