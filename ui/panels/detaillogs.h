#pragma once

#include "ui/panels/detailtab.h"

namespace foghorn {

class LogPanel;
class ServiceSelection;
struct LogSources;

/// The tab of what the service writes: the Logs page in its small form, on the same cursor. Follows no log while it is
/// not shown.
class DetailLogs final : public DetailTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailLogs)
public:
    /// All of `sources` must outlive it; of its selection it takes no notice.
    explicit DetailLogs(const LogSources &sources, QWidget *parent = nullptr);
    ~DetailLogs() override;

    void showSubject(const DetailSubject &subject) override;
    LogPanel &panel() const { return *m_panel; }

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void showOnPage();

    ServiceSelection *m_one; ///< the service that is shown
    LogPanel *m_panel; ///< hidden until it is known of whom
};

} // namespace foghorn
