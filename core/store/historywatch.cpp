#include "core/store/historywatch.h"

#include "core/store/statestore.h"

namespace foghorn {
namespace {

using namespace std::chrono_literals;

QString problemOf(const QString &reason) { return QStringLiteral("History cannot be written: %1").arg(reason); }

} // namespace

HistoryWatch::HistoryWatch(const StateStore &store, QObject *parent)
    : QObject(parent)
{
    m_lasting.setSingleShot(true);
    m_lasting.setInterval(30s);
    connect(&m_lasting, &QTimer::timeout, this, &HistoryWatch::onLasting);
    connect(&store, &StateStore::writeFailed, this, &HistoryWatch::onFailed);
    connect(&store, &StateStore::writeRecovered, this, &HistoryWatch::onRecovered);
}

HistoryWatch::~HistoryWatch() = default;

void HistoryWatch::onFailed(const QString &reason, StoreFault::Kind kind)
{
    m_reason = reason;
    m_kind = kind;
    if (kind == StoreFault::Kind::Unavailable) {
        m_lasting.stop();
        m_hasProblem = true;
        Q_EMIT problemChanged(problemOf(reason));
    } else if (!m_lasting.isActive() && !m_hasProblem) {
        m_lasting.start();
    }
}

void HistoryWatch::onLasting()
{
    m_hasProblem = true;
    if (m_kind != StoreFault::Kind::Busy) {
        Q_EMIT problemChanged(problemOf(m_reason));
        return;
    }
    Q_EMIT problemChanged(problemOf(QStringLiteral("another program has kept it locked for %1 s (%2); what happens is"
                                                   " kept in memory, within bounds, until the lock is gone")
                                        .arg(m_lasting.interval() / 1000)
                                        .arg(m_reason)));
}

void HistoryWatch::onRecovered()
{
    m_lasting.stop();
    if (std::exchange(m_hasProblem, false))
        Q_EMIT problemChanged({});
}

} // namespace foghorn
