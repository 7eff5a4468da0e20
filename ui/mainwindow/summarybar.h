#pragma once

#include "ui/models/fleetsummary.h"

#include <QWidget>

#include <optional>

namespace foghorn {

/// The fleet's counts by glyph and word, for the status bar.
class SummaryBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryBar)
public:
    explicit SummaryBar(QWidget *parent = nullptr);
    ~SummaryBar() override;

    /// Nothing: not known now, and what was is not shown as if it were.
    void setSummary(const std::optional<FleetSummary> &summary);
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

    std::optional<FleetSummary> m_summary = FleetSummary();
};

} // namespace foghorn
