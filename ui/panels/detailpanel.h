#pragma once

#include "ui/panels/detailtab.h"
#include "ui/timeline/timelinepanel.h"

class QAction;
class QLabel;
class QTabWidget;
class QToolButton;
class QVBoxLayout;

namespace foghorn {

class DetailCharts;
class DetailChecks;
class DetailDependencies;
class DetailLogs;
class DetailOverview;
class DetailSettings;
class GlyphLabel;
class NeighbourButtons;
class ServiceLogs;
class ServiceRegistry;
class ServiceSelection;
class ServiceTableModel;
class UserSettings;

/// What the details live on; all of it must outlive them.
struct DetailSources
{
    TimeSources time; ///< with the selection that they follow
    ServiceLogs &logs;
    UserSettings &settings;
};

/// What there is to say of the selected service: its state and why, with the way to what keeps it so, what comes next,
/// what to do, and the rest in tabs. Pinned, it keeps its service while the selection moves on.
class DetailPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailPanel)
public:
    explicit DetailPanel(const DetailSources &sources, QWidget *parent = nullptr);
    ~DetailPanel() override;

    /// As buttons below the state: the same actions as everywhere, so they act on the selection.
    void setActions(const QList<QAction *> &actions);
    void setBackAction(QAction *back);
    bool isPinned() const;
    void setPinned(bool pinned);
    const ServiceId &shown() const { return m_shown; }
    QTabWidget &tabs() const { return *m_tabs; }
    DetailOverview &overview() const { return *m_overview; }
    DetailChecks &checks() const { return *m_checks; }
    DetailCharts &charts() const { return *m_charts; }
    DetailLogs &logs() const { return *m_logs; }
    DetailDependencies &dependencies() const { return *m_dependencies; }
    DetailSettings &settings() const { return *m_settings; }
    /// From the one that is shown to the cause.
    NeighbourButtons &path() const { return *m_path; }
    /// State, since, why and next step, as they are shown.
    QString headline() const;
    /// To where a person begins.
    void focusFirst();

Q_SIGNALS:
    void pinChanged();
    void logWanted(const foghorn::ServiceId &service, foghorn::WallTime time);
    void chartsWanted(const foghorn::ServiceId &service);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build(const DetailSources &sources);
    void buildHead(QVBoxLayout &column);
    void buildTabs(QVBoxLayout &column, const DetailSources &sources);
    void onSelectionChanged();
    void onPinToggled();
    void goTo(const ServiceId &service);
    void refresh();
    void showHead(const DetailSubject &subject);
    void showActions();

    const ServiceRegistry &m_registry;
    ServiceTableModel &m_model;
    ServiceSelection &m_selection;
    ServiceId m_shown;
    QLabel *m_nothing = nullptr;
    QWidget *m_body = nullptr;
    QLabel *m_name = nullptr;
    QToolButton *m_pin = nullptr;
    GlyphLabel *m_glyph = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_since = nullptr;
    QLabel *m_why = nullptr;
    NeighbourButtons *m_path = nullptr;
    QLabel *m_next = nullptr;
    QWidget *m_actions = nullptr;
    QToolButton *m_select = nullptr; ///< in the place of the actions, while they would act on another service
    QTabWidget *m_tabs = nullptr;
    DetailOverview *m_overview = nullptr;
    DetailChecks *m_checks = nullptr;
    DetailCharts *m_charts = nullptr;
    DetailLogs *m_logs = nullptr;
    DetailDependencies *m_dependencies = nullptr;
    DetailSettings *m_settings = nullptr;
};

} // namespace foghorn
