#pragma once

#include "ui/models/fleetsummary.h"

#include "core/base/clock.h"

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
    /// What was true when somebody last looked at this fleet: shown pale and with its time, until the first summary.
    void setLastKnown(const FleetSummary &summary, WallTime at);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A filter text.
    void filterWanted(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct LastKnown
    {
        FleetSummary summary;
        WallTime at;
    };

    void refresh();
    void refreshButton(std::size_t family);
    bool isFromBefore() const { return !m_summary && m_last; }
    QString whyUnknown() const;
    QString wordsOf(std::size_t family) const;
    int countOf(std::size_t family) const;
    int widthOf(bool compact) const;

    std::optional<FleetSummary> m_summary = FleetSummary();
    std::optional<LastKnown> m_last; ///< nothing, once there was a summary
    bool m_isCompact = false;
    std::array<QToolButton *, 5> m_buttons{}; ///< the worst family first
    QLabel *m_unknown; ///< why there are no counts, or of when they are
};

} // namespace foghorn
