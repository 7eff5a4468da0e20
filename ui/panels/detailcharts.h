#pragma once

#include "ui/panels/detailtab.h"
#include "ui/timeline/timelinepanel.h"

namespace foghorn {

class ChartsPanel;

/// The tab of the service's uptime and response times: the Charts page in its small form, on the same cursor. Asks for
/// nothing while it is not shown.
class DetailCharts final : public DetailTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailCharts)
public:
    /// All of `sources` must outlive it; of its selection it takes no notice.
    explicit DetailCharts(const TimeSources &sources, QWidget *parent = nullptr);
    ~DetailCharts() override;

    void showSubject(const DetailSubject &subject) override;
    ChartsPanel &panel() const { return *m_panel; }

Q_SIGNALS:
    /// To compare, export or read the values.
    void pageWanted(const foghorn::ServiceId &service);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    ServiceSelection *m_one; ///< the service that is shown
    ChartsPanel *m_panel; ///< hidden until it is known of whom
};

} // namespace foghorn
