#pragma once

#include "ui/models/fleetsummary.h"

#include <QWidget>

namespace foghorn {

/// The fleet's counts by glyph and word, for the status bar.
class SummaryBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryBar)
public:
    explicit SummaryBar(QWidget *parent = nullptr);
    ~SummaryBar() override;

    void setSummary(const FleetSummary &summary);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        StateLook look;
        QString words;
    };
    QList<Entry> entries() const;
    int widthOf(const Entry &entry) const;

    FleetSummary m_summary;
};

} // namespace foghorn
