// The Logs page and the one time cursor: a line that somebody chooses moves it, and others point at lines with it.
#include "ui/panels/logpanel.h"

#include "ui/models/logfeed.h"
#include "ui/models/serviceselection.h"
#include "ui/models/settingkeys.h"
#include "ui/models/timecursor.h"
#include "ui/models/usersettings.h"
#include "ui/panels/logbar.h"
#include "ui/panels/logdelegate.h"
#include "ui/panels/logfooter.h"
#include "ui/panels/logview.h"

#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace foghorn {

namespace {

constexpr int fewest = 1000; ///< lines kept
constexpr int most = 1'000'000;
constexpr auto usual = static_cast<int>(LogModel::usualCapacity);

} // namespace

void LogPanel::showAt(const ServiceId &service, WallTime time)
{
    if (!m_selection.isSelected(service))
        m_selection.selectOnly(service);
    m_wanted = time;
    m_cursor.setTime(time);
    m_bar->pauseButton().setChecked(false);
    goToWanted();
}

/// Lines may have to be read first; they come a few at a time.
void LogPanel::goToWanted()
{
    if (!m_wanted || !isVisible() || m_feed->isLoading() || m_feed->waitingCount() > 0)
        return;
    const WallTime time = *m_wanted;
    m_wanted.reset();
    const int row = m_model->rowAt(time);
    if (row >= m_model->rowCount()) // nothing was written since: follow what comes
        m_view->goToEnd();
    else
        m_view->goTo(row);
}

void LogPanel::shareTime(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_cursor.setTime(m_model->entry(row).at);
}

void LogPanel::readSettings()
{
    const auto takeLimit = [this] {
        bool isNumber = false;
        const int lines = m_settings.value(LogLinesKey, usual).toInt(&isNumber);
        m_model->setCapacity(static_cast<std::size_t>(isNumber ? std::clamp(lines, fewest, most) : usual));
    };
    takeLimit();
    m_bar->remember(m_settings);
    connect(&m_settings, &UserSettings::changed, this, [takeLimit](const QString &key) {
        if (key == LogLinesKey)
            takeLimit();
    });
}

/// The page has all that finds, filters and exports, and the keys for it.
void LogPanel::beSmall()
{
    m_bar->hide();
    m_bar->followUtc(m_settings);
    m_model->setCapacity(fewest);
    m_footer->setLow();
    m_view->lineDelegate().setNarrow(true);
    m_view->setMark(m_cursor.time());
    m_copyPath->setText(m_copyPath->text().remove(u'&'));
}

} // namespace foghorn
