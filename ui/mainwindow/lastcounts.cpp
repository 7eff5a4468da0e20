#include "ui/mainwindow/lastcounts.h"

#include "ui/mainwindow/summarybar.h"
#include "ui/models/servicetablemodel.h"
#include "ui/models/usersettings.h"

#include "core/registry/connectionboard.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QStringList>

#include <array>
#include <chrono>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr auto Soon = 5s;
constexpr qint64 MostServices = 1'000'000;

constexpr std::array Families{&FleetSummary::unhealthy, &FleetSummary::degraded, &FleetSummary::busy,
    &FleetSummary::neutral, &FleetSummary::healthy};

} // namespace

LastCounts::LastCounts(const Parts &parts, UserSettings &settings, const QString &key)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_settings(settings)
    , m_key(key)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Soon);
    connect(&m_soon, &QTimer::timeout, this, &LastCounts::keep);
    connect(&parts.model, &ServiceTableModel::refreshed, this, &LastCounts::note);
    connect(&parts.board, &ConnectionBoard::changed, this, &LastCounts::note);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &LastCounts::keep);
    restore();
    note();
}

LastCounts::~LastCounts() { keep(); }

/// The time in milliseconds, then the families in their order. A person may have edited it.
void LastCounts::restore()
{
    const QStringList words = m_settings.value(m_key).toStringList();
    bool isGood = words.size() == static_cast<qsizetype>(Families.size()) + 1;
    const WallTime at(std::chrono::milliseconds(words.value(0).toLongLong()));
    isGood = isGood && at > WallTime{} && at <= Now::read().wall;
    FleetSummary counts;
    for (std::size_t i = 0; isGood && i < Families.size(); ++i) {
        const qint64 count = words.at(static_cast<qsizetype>(i) + 1).toLongLong(&isGood);
        isGood = isGood && count >= 0 && count <= MostServices;
        counts.*Families[i] = static_cast<int>(count);
    }
    if (isGood)
        m_parts.bar.setLastKnown(counts, at);
}

void LastCounts::note()
{
    if (!m_parts.board.connection().isUsable() || m_parts.model.rowCount() == 0) // its rows follow the connection
        return;
    const FleetSummary counts = summaryOf(m_parts.model.rows());
    const WallTime heardAt = m_parts.board.heardAt();
    m_at = heardAt == WallTime{} ? Now::read().wall : heardAt; // while it lags its words get old
    if (m_counts == counts)
        return;
    m_counts = counts;
    if (!m_soon.isActive())
        m_soon.start();
}

void LastCounts::keep()
{
    m_soon.stop();
    if (!m_counts)
        return;
    QStringList words{QString::number(m_at.time_since_epoch().count())};
    for (const auto family : Families)
        words.append(QString::number((*m_counts).*family));
    m_settings.setValue(m_key, words);
}

} // namespace foghorn
