#pragma once

#include "ui/models/fleetsummary.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QToolButton;

namespace foghorn {

/// The fleet's counts by glyph and word, for the status bar; without the words where there is little room. Each is a
/// button that shows the services it counts.
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
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A filter text.
    void filterWanted(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString wordsOf(std::size_t family) const;
    int countOf(std::size_t family) const;
    int widthOf(bool compact) const;

    std::optional<FleetSummary> m_summary = FleetSummary();
    bool m_isCompact = false;
    std::array<QToolButton *, 5> m_buttons{}; ///< the worst family first
    QLabel *m_unknown;
};

} // namespace foghorn
