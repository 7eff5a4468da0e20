#include "ui/mainwindow/announcements.h"

#include "ui/access/announce.h"
#include "ui/mainwindow/operations.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include <QWidget>

#include <chrono>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto Pause = 1s;
constexpr qsizetype MostAtOnce = 3; // more are not listened to

} // namespace

Announcements::Announcements(
    QWidget &voice, const ServiceTableModel &model, const ServiceSelection &selection, const Operations &operations)
    : QObject(&voice)
    , m_voice(voice)
    , m_model(model)
    , m_selection(selection)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &Announcements::speak);
    connect(&model, &ServiceTableModel::refreshed, this, &Announcements::lookAtSelected);
    connect(&selection, &ServiceSelection::changed, this, &Announcements::lookAtSelected);
    connect(&operations, &Operations::succeeded, this, &Announcements::say);
    connect(&operations, &Operations::failed, this, &Announcements::say);
    lookAtSelected();
}

Announcements::~Announcements() = default;

/// The views themselves tell of another selection; only what happens to the same one is news.
void Announcements::lookAtSelected()
{
    const int at = m_model.rowOfService(m_selection.current());
    if (at < 0) {
        m_service.clear();
        return;
    }
    const ServiceRow &row = m_model.rows().at(static_cast<std::size_t>(at));
    const QString words = Wording::spoken(row.facts);
    if (row.id == m_service && words != m_words) {
        //: for screen readers: %1 is a service, %2 its new state
        say(tr("%1: %2").arg(isolated(m_service), words));
    }
    m_service = row.id;
    m_words = words;
}

void Announcements::say(const QString &sentence)
{
    m_pending.removeAll(sentence); // said once, and in the order in which it became true
    m_pending.append(sentence);
    if (!m_pause.isActive())
        speak();
}

void Announcements::speak()
{
    if (m_pending.isEmpty())
        return;
    const qsizetype left = m_pending.size() - MostAtOnce;
    const QString now = m_pending.mid(std::max<qsizetype>(0, left)).join(QStringLiteral(". ")); // the newest are true
    m_pending.clear();
    announce(m_voice, now);
    m_pause.start();
    Q_EMIT said(now);
}

} // namespace foghorn
