#include "core/store/fleetwriter.h"

#include "core/model/words.h"
#include "core/store/fleetstatements.h"
#include "core/store/retention.h"
#include "core/store/sqlsteps.h"
#include "core/store/storewords.h"

#include <limits>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

// The log is folded at the latest when it is this old or large: reading it whole takes a few milliseconds.
constexpr auto foldEvery = 15min;
constexpr qsizetype largestLog = 4 * 1024 * 1024;
/// In which each service's old checks have their turn once.
constexpr auto thinningRound = 6h;
constexpr milliseconds longestPause = 10min;
constexpr milliseconds pauseBehind = 1s;
/// In the table of values: BelievedTime's, so that a next run doubts a clock that leapt meanwhile.
QString believedKey() { return QStringLiteral("believed_at"); }

} // namespace

FleetWriter::FleetWriter(QString path)
    : m_path(std::move(path))
{
}

FleetWriter::~FleetWriter() { close(); }

void FleetWriter::close()
{
    m_known.clear();
    m_statements.reset();
    m_connection.reset();
}

MaybeFault FleetWriter::open()
{
    m_connection = std::make_unique<DatabaseConnection>(m_path);
    if (auto fault = m_connection->open())
        return fault;
    m_statements = std::make_unique<FleetStatements>(m_connection->database());
    auto fault = m_statements->prepare();
    return fault ? fault : readBelieved();
}

MaybeFault FleetWriter::readBelieved()
{
    if (m_believed.believed())
        return std::nullopt; // the file was only opened anew
    return forEachRow(m_connection->database(), QStringLiteral("SELECT value FROM fleet WHERE key = ?"),
        {believedKey()}, [this](const QSqlQuery &row) {
            m_savedBelieved = timeOf(row.value(0));
            m_believed.begin(m_savedBelieved);
        });
}

MaybeFault FleetWriter::thin(Now now)
{
    const WallTime time = m_believed.take(now);
    auto fault = m_statements->thinner.step(time);
    if (m_statements->thinner.hasRemoved())
        m_known.clear(); // its number may be given again
    if (!fault && (!m_savedBelieved || std::chrono::abs(*m_believed.believed() - *m_savedBelieved) >= 1h)) {
        m_savedBelieved = m_believed.believed();
        fault = writeValue(believedKey(), sinceEpoch(*m_savedBelieved));
    }
    return fault;
}

MaybeFault FleetWriter::write(const PendingWrites &writes)
{
    MaybeFault fault;
    if (!m_connection)
        fault = open();
    if (!fault)
        fault = inTransaction(m_connection->database(), [&] { return writeAll(writes); });
    if (fault)
        close(); // a fresh connection also finds a file that was replaced under us
    return fault;
}

MaybeFault FleetWriter::doChore(Now now)
{
    if (!m_connection)
        return std::nullopt; // it could not be opened; the next write tries again
    MaybeFault fault;
    CheckWriter &checks = m_statements->checks;
    if (m_nextFold == MonoTime{}) // the first one only sets the times
        m_nextFold = now.mono + foldEvery;
    if (checks.logSize() > largestLog || (checks.logSize() > 0 && now.mono >= m_nextFold)) {
        m_nextFold = now.mono + foldEvery;
        fault = inTransaction(m_connection->database(), [&] { return checks.fold(); });
    } else {
        fault = thin(now);
    }
    qint64 steps = 1;
    if (!fault)
        fault = m_statements->thinner.countSteps(steps);
    m_nextChore = now.mono + std::min<milliseconds>(longestPause, milliseconds(thinningRound) / steps);
    if (m_statements->thinner.isBehind())
        m_nextChore = now.mono + pauseBehind;
    m_oldestEvent = m_statements->thinner.oldestEvent();
    if (fault)
        close();
    return fault;
}

MaybeFault FleetWriter::writeAll(const PendingWrites &writes)
{
    MaybeFault fault;
    const auto each = [&fault](const auto &values, auto &&writeOne) {
        for (auto value = values.begin(); value != values.end() && !fault; ++value)
            fault = writeOne(*value);
    };
    each(writes.removed, [this](const ServiceId &service) { return remove(service); });
    each(writes.services, [this](const SavedService &service) { return writeState(service); });
    for (auto ledger = writes.ledgers.cbegin(); ledger != writes.ledgers.cend() && !fault; ++ledger)
        fault = writeLedger(ledger.key(), ledger.value());
    each(writes.spans, [this](const PendingWrites::Span &span) { return writeSpan(span); });
    each(writes.checks, [this](const CheckResult &check) { return writeCheck(check); });
    if (!fault && !writes.checks.empty())
        fault = m_statements->checks.finish();
    if (!fault)
        fault = writeEvents(writes);
    if (!fault && writes.lastEventId)
        fault = writeValue(QStringLiteral("last_event_id"), *writes.lastEventId);
    if (!fault && writes.endedCleanly)
        fault = writeValue(QStringLiteral("ended_cleanly"), *writes.endedCleanly ? 1 : 0);
    if (!fault && writes.alive)
        fault = writeAlive(*writes.alive);
    return fault;
}

MaybeFault FleetWriter::writeAlive(const BootClock &alive)
{
    auto fault = writeValue(QStringLiteral("alive_at"), sinceEpoch(alive.wall));
    if (!fault)
        fault = writeValue(QStringLiteral("alive_since_boot"), alive.sinceBoot.count());
    if (!fault)
        fault = writeValue(QStringLiteral("alive_in_boot"), alive.boot);
    return fault;
}

MaybeFault FleetWriter::remove(const ServiceId &service)
{
    qint64 id = 0;
    auto fault = find(service, id); // makes one that is not there: it goes at once
    if (!fault)
        fault = m_statements->checks.remove(id);
    if (!fault)
        fault = m_statements->events.remove(id);
    for (const QString &statement :
        {QStringLiteral("DELETE FROM state WHERE service = ?"), QStringLiteral("DELETE FROM span WHERE service = ?"),
            QStringLiteral("DELETE FROM service WHERE id = ?")}) {
        if (!fault)
            fault = forEachRow(m_connection->database(), statement, {id}, [](const QSqlQuery &) {});
    }
    m_known.remove(service);
    return fault;
}

MaybeFault FleetWriter::writeState(const SavedService &service)
{
    qint64 id = 0;
    if (auto fault = find(service.service, id))
        return fault;
    const QVariant none;
    const auto &exit = service.lastExit;
    return run(m_statements->state,
        {id, QString(goalWord(service.goal)), QString(toWord(service.state)), QString(toWord(service.cause)),
            sinceEpoch(service.since), service.wasReady, service.restartCount, service.restartAttempts,
            service.lastRestart ? QVariant(sinceEpoch(*service.lastRestart)) : none,
            exit ? QVariant(QString(exitKindWord(exit->kind))) : none, exit ? QVariant(exit->code) : none,
            exit ? QVariant(exit->signal) : none, exit ? QVariant(exit->coreDumped) : none,
            exit ? QVariant(notNull(exit->reason)) : none, notNull(service.lastError), portsText(service.ports),
            service.fingerprint.isNull() ? QByteArray("") : service.fingerprint});
}

MaybeFault FleetWriter::writeCheck(const CheckResult &check)
{
    qint64 id = 0;
    auto fault = find(check.service, id);
    return fault ? fault : m_statements->checks.add(id, check);
}

/// Gaps in their place among the events: each event ends what was written before it and lies later.
MaybeFault FleetWriter::writeEvents(const PendingWrites &writes)
{
    MaybeFault fault;
    auto gap = writes.gaps.cbegin();
    const auto writeGaps = [&](qint64 before) {
        for (; gap != writes.gaps.cend() && gap->afterEvent < before && !fault; ++gap) {
            qint64 id = 0;
            fault = find(gap->service, id);
            if (!fault)
                fault = m_statements->events.writeUnobserved(id, gap->from);
        }
    };
    for (auto event = writes.events.begin(); event != writes.events.end() && !fault; ++event) {
        writeGaps(event->id);
        if (!fault)
            fault = writeEvent(*event);
    }
    writeGaps(std::numeric_limits<qint64>::max());
    return fault;
}

MaybeFault FleetWriter::writeEvent(const Event &event)
{
    const bool beginsSpan = event.kind == EventKind::StateChanged || event.kind == EventKind::HealthChanged;
    if (event.service.isEmpty() || !beginsSpan) // nobody gets a row of their own for less
        return m_statements->events.write(event, std::nullopt);
    qint64 id = 0;
    auto fault = find(event.service, id);
    return fault ? fault : m_statements->events.write(event, id);
}

MaybeFault FleetWriter::writeSpan(const PendingWrites::Span &entry)
{
    qint64 id = 0;
    if (auto fault = find(entry.service, id))
        return fault;
    const qint64 from = sinceEpoch(entry.span.from);
    if (auto fault = run(m_statements->cutSpans, {id, from}))
        return fault;
    return run(m_statements->span, {id, from, entry.span.condition});
}

MaybeFault FleetWriter::writeLedger(const ServiceId &service, const QList<SavedSpan> &spans)
{
    qint64 id = 0;
    auto fault = find(service, id);
    if (!fault)
        fault = run(m_statements->cutSpans, {id, std::numeric_limits<qint64>::min()});
    for (auto span = spans.cbegin(); span != spans.cend() && !fault; ++span)
        fault = run(m_statements->span, {id, sinceEpoch(span->from), span->condition});
    return fault;
}

MaybeFault FleetWriter::writeValue(const QString &key, qint64 value) { return run(m_statements->value, {key, value}); }

MaybeFault FleetWriter::find(const ServiceId &service, qint64 &id)
{
    if (const auto known = m_known.constFind(service); known != m_known.cend()) {
        id = *known;
        return std::nullopt;
    }
    bool isThere = false;
    auto fault = runForEach(m_statements->findService, {service}, [&](const QSqlQuery &row) {
        isThere = true;
        id = row.value(0).toLongLong();
    });
    if (!fault && !isThere) {
        fault = run(m_statements->addService, {service});
        id = m_statements->addService.lastInsertId().toLongLong();
    }
    if (!fault)
        m_known.insert(service, id);
    return fault;
}

} // namespace foghorn
