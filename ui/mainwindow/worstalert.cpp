#include "ui/mainwindow/worstalert.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/alertwords.h"
#include "ui/models/serviceselection.h"
#include "ui/panels/inlinemessage.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/base/names.h"
#include "core/registry/alertboard.h"
#include "core/registry/connectionboard.h"

#include <QAction>

#include <chrono>
#include <utility>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto Soon = 50ms;

} // namespace

WorstAlert::WorstAlert(MainWindow &window, const AlertBoard &alerts, const ConnectionBoard &connection)
    : QObject(&window)
    , m_window(window)
    , m_alerts(alerts)
    , m_connection(connection)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Soon);
    connect(&m_soon, &QTimer::timeout, this, &WorstAlert::look);
    const auto lookSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&alerts, &AlertBoard::alertChanged, this, lookSoon);
    connect(&connection, &ConnectionBoard::changed, this, lookSoon);
    connect(&window.message(), &InlineMessage::standingClosed, this, [this] {
        m_closed.insert(m_shown);
        m_shown = 0;
        look();
    });
    lookSoon();
}

WorstAlert::~WorstAlert() = default;

/// Warnings wait on their page; of those that cannot, the first is most likely the cause.
const Alert *WorstAlert::worst() const
{
    if (!m_connection.connection().isUsable())
        return nullptr;
    for (const auto &[id, alert] : m_alerts.alerts()) {
        if (alert.isFiring() && alert.severity == AlertSeverity::Critical && !alert.isSilenced()
            && alert.acknowledgedBy.isEmpty() && !m_closed.contains(id))
            return &alert;
    }
    return nullptr;
}

void WorstAlert::look()
{
    const Alert *alert = worst();
    if (!alert) {
        if (std::exchange(m_shown, 0) != 0)
            m_window.message().clearStanding();
        return;
    }
    const QString now = words(*alert);
    if (alert->id == m_shown && now == m_words)
        return;
    m_shown = alert->id;
    m_words = now;
    show(*alert);
}

QString WorstAlert::words(const Alert &alert)
{
    const QString said = alertWords(alert);
    const QString since = Wording::clock(alert.since);
    const bool isNamed = !alert.service.isEmpty() && said.contains(printable(alert.service));
    const QString name = alert.service.isEmpty() ? tr("This machine") : isolated(alert.service);
    //: %1 says what is wrong with a service, %2 is a time of day
    const QString what = isNamed ? tr("%1, since %2.").arg(said, since)
                                 //: %1 is a service, %2 what is wrong with it, %3 a time of day
                                 : tr("%1 — %2, since %3.").arg(name, isolated(said), since);
    if (alert.affected.isEmpty())
        return what;
    //: %1 is a sentence, %2 are services
    return tr("%1 Affected: %2.").arg(what, Wording::services(alert.affected));
}

void WorstAlert::show(const Alert &alert)
{
    QList<InlineMessage::Way> ways;
    if (const ServiceId service = alert.service; !service.isEmpty()) {
        const auto select = [this, service] { m_window.selection().selectOnly(service); };
        ways.append({tr("Sho&w"), tr("Show %1").arg(isolated(service)), [this, select] {
                         m_window.showPage(MainWindow::Page::Services);
                         select();
                     }});
        if (m_connection.connection().mayOperate)
            ways.append({tr("Restart…"), tr("Restart %1").arg(isolated(service)), [this, select] {
                             select();
                             m_window.actionsOnServices().action(Verb::Restart)->trigger(); // it asks where it must
                         }});
    } else {
        ways.append({tr("Sho&w"), tr("Show the alerts"), [this] { m_window.showPage(MainWindow::Page::Alerts); }});
    }
    m_window.message().showStanding({StateFamily::Unhealthy, Silhouette::Cross, Badge::None, 0}, m_words, ways);
}

} // namespace foghorn
