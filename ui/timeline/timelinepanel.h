#pragma once

#include "ui/timeline/timescale.h"

#include "core/base/serviceid.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLayout;
class QStackedLayout;
class QToolButton;

namespace foghorn {

class EventLog;
class FilteredOut;
class History;
class RangeButtons;
class ReadOutLine;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;
class TimeCursor;
class TimelineData;
class TimelineView;

/// What the pages Timeline and Charts live on; all of it must outlive them.
struct TimeSources
{
    const ServiceRegistry &registry;
    const EventLog &events;
    History &history;
    ServiceTableModel &model;
    ServiceSelection &selection;
    TimeCursor &cursor;
};

/// The Timeline page: how much time is shown, the rows, and the line that reads out the moment under the cursor.
class TimelinePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelinePanel)
public:
    explicit TimelinePanel(const TimeSources &sources, QWidget *parent = nullptr);
    ~TimelinePanel() override;

    TimelineView &view() const { return *m_view; }
    /// What the line below the rows says.
    QString readOut() const;
    ReadOutLine &readOutLine() const { return *m_readOut; }
    /// As typed on the Services page: only what matches has a row, and it is said that there are more.
    void setFilterText(const QString &text);
    FilteredOut &filteredOut() const { return *m_filteredOut; }
    /// That not all are shown; empty: all are, or none is.
    QString filterNote() const;

Q_SIGNALS:
    /// Without the filter.
    void allWanted();
    /// What it wrote then.
    void logWanted(const foghorn::ServiceId &service, foghorn::WallTime time);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildTop();
    QWidget *buildFilterNote();
    void applyFilter();
    static QHBoxLayout *addGroup(QLayout &row);
    QComboBox *addChoice(QHBoxLayout &row, const QString &title, const QString &tip, const QStringList &choices);
    void onWindowChanged();
    void showReadOut();
    void showEmptiness();

    ServiceTableModel &m_model;
    TimelineData *m_data;
    TimelineView *m_view;
    RangeButtons *m_ranges = nullptr;
    QToolButton *m_live = nullptr;
    QToolButton *m_forward = nullptr;
    QLabel *m_span = nullptr;
    ReadOutLine *m_readOut = nullptr;
    QLabel *m_problem = nullptr;
    QWidget *m_note = nullptr; ///< seen while the filter hides some
    QLabel *m_noteText = nullptr;
    QWidget *m_empty = nullptr;
    FilteredOut *m_filteredOut = nullptr;
    QStackedLayout *m_stack = nullptr;
    QString m_filterText;
};

} // namespace foghorn
