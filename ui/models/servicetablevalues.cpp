// The values behind the columns of the table of services: to sort by, and for files.
#include "ui/models/servicetablemodel.h"

#include "core/model/words.h"

#include <array>
#include <chrono>

namespace foghorn {

namespace {

using namespace std::chrono_literals;

ServiceTableModel::SortValue known(double number) { return {true, number, {}}; }

template<typename T> ServiceTableModel::SortValue knownTime(const std::optional<T> &time)
{
    return time ? known(static_cast<double>(time->count())) : ServiceTableModel::SortValue();
}

ServiceTableModel::SortValue knownText(const QString &text) { return {!text.isEmpty(), 0, text}; }

QString rfc3339(const std::optional<WallTime> &time)
{
    return time ? QString::fromLatin1(toRfc3339(*time)) : QString();
}

constexpr std::array<const char *, ServiceTableModel::ColumnCount> columnKeys{"status", "name", "checks", "uptime",
    "response", "layer", "needs", "needed_by", "restarts", "since", "why", "last_error", "cpu", "memory", "pid",
    "last_check", "next_check", "tags"};

} // namespace

QString ServiceTableModel::columnKey(int column)
{
    return QString::fromLatin1(columnKeys.at(static_cast<std::size_t>(column)));
}

bool ServiceTableModel::isNumber(int column)
{
    switch (column) {
    case Status:
    case Name:
    case Checks:
    case Why:
    case LastError:
    case Tags:
        return false;
    default:
        return true;
    }
}

std::optional<double> ServiceTableModel::uptime(const ServiceId &service, UptimeWindow window) const
{
    const RegistryEntry *entry = m_registry.find(service);
    if (!entry)
        return {};
    constexpr std::array<std::chrono::hours, 3> lengths{1h, 24h, 7 * 24h};
    const auto share = entry->uptime.share(m_now, lengths[static_cast<std::size_t>(window)]);
    return share ? std::optional(*share * 100) : std::nullopt;
}

std::optional<std::chrono::microseconds> ServiceTableModel::responseOf(const ServiceRow &row) const
{
    switch (m_responseKind) {
    case ResponseKind::Last:
        return row.response;
    case ResponseKind::Mean:
        return row.meanResponse;
    case ResponseKind::P95:
        return row.p95Response;
    }
    return {};
}

std::optional<WallTime> ServiceTableModel::nextCheckOf(const ServiceRow &row) const
{
    const RegistryEntry *entry = m_registry.find(row.id);
    const ServiceSpec *spec = entry ? entry->info.spec.get() : nullptr;
    if (!spec || !row.facts.hasProbe || !row.lastCheckAt || row.facts.state != RunState::Running)
        return {};
    return *row.lastCheckAt + spec->health.interval;
}

int ServiceTableModel::satisfiedNeeds(const ServiceRow &row) const
{
    const RegistryEntry *entry = m_registry.find(row.id);
    if (!entry)
        return 0;
    int met = 0;
    for (const ServiceId &id : entry->info.required + entry->info.optional) {
        const int at = rowOfService(id);
        if (at >= 0) {
            const ServiceRow &other = m_rows[static_cast<std::size_t>(at)];
            const bool isUp = other.facts.state == RunState::Running || other.facts.state == RunState::Finished;
            met += isUp && other.facts.health != Health::Unhealthy ? 1 : 0;
        }
    }
    return met;
}

ServiceTableModel::SortValue ServiceTableModel::sortValue(int row, int column) const
{
    return sortValueOf(m_rows[static_cast<std::size_t>(row)], column);
}

ServiceTableModel::SortValue ServiceTableModel::sortValueOf(const ServiceRow &row, int column) const
{
    switch (column) {
    case Status: // ascending means: the worst first
        return known(-row.look.severity);
    case Name:
        return knownText(row.id);
    case Checks: { // the worst in the window, then how often
        const auto count = [&row](CheckMark mark) { return row.marks.count(static_cast<char>(mark)); };
        return known(static_cast<double>(count(CheckMark::Unhealthy) * 1000 + count(CheckMark::Degraded)));
    }
    case Uptime: {
        const std::optional<double> share = uptime(row.id, m_uptimeWindow);
        return {share.has_value(), share.value_or(0), {}};
    }
    case Response:
        return knownTime(responseOf(row));
    case Layer:
        return {!row.external, static_cast<double>(row.layer), {}};
    case Needs:
        return known(static_cast<double>(row.needs));
    case NeededBy:
        return known(static_cast<double>(row.neededBy));
    case Restarts:
        return {row.maxAttempts > 0, static_cast<double>(row.restartAttempts), {}};
    case Since:
        return {row.since != WallTime(), static_cast<double>(row.since.time_since_epoch().count()), {}};
    case Why:
        return knownText(row.why);
    case LastError:
        return knownText(row.lastError);
    case Cpu:
    case Memory: {
        const RegistryEntry *entry = m_registry.find(row.id);
        if (!entry || entry->use.processes == 0)
            return {};
        return known(column == Cpu ? entry->use.cpuPercent : static_cast<double>(entry->use.memory));
    }
    case Pid:
        return {row.pid > 0, static_cast<double>(row.pid), {}};
    case LastCheck:
        return knownTime(row.lastCheckAt ? std::optional(row.lastCheckAt->time_since_epoch()) : std::nullopt);
    case NextCheck: {
        const std::optional<WallTime> at = nextCheckOf(row);
        return knownTime(at ? std::optional(at->time_since_epoch()) : std::nullopt);
    }
    case Tags:
        return knownText(row.tags.join(u','));
    default:
        return {};
    }
}

QString ServiceTableModel::exportValue(int at, int column) const
{
    const ServiceRow &row = m_rows[static_cast<std::size_t>(at)];
    switch (column) {
    case Status:
        return toWord(row.facts.state) + u'/' + toWord(row.facts.health);
    case Checks: // oldest first: one letter a check
    {
        QString letters;
        for (const char mark : row.marks)
            letters += u"-?HDU"[static_cast<unsigned char>(mark)];
        return letters;
    }
    case Restarts:
        return row.maxAttempts > 0 ? QStringLiteral("%1/%2").arg(row.restartAttempts).arg(row.maxAttempts) : QString();
    case Since:
        return row.since == WallTime() ? QString() : rfc3339(row.since);
    case LastCheck:
        return rfc3339(row.lastCheckAt);
    case NextCheck:
        return rfc3339(nextCheckOf(row));
    case Response: { // milliseconds
        const auto time = responseOf(row);
        return time ? QString::number(static_cast<double>(time->count()) / 1000, 'f', 3) : QString();
    }
    case Uptime:
    case Cpu: {
        const SortValue value = sortValueOf(row, column);
        return value.isKnown ? QString::number(value.number, 'f', 3) : QString();
    }
    default:
        break;
    }
    const SortValue value = sortValueOf(row, column);
    if (!value.isKnown)
        return {};
    return isNumber(column) ? QString::number(static_cast<qint64>(value.number)) : value.text;
}

} // namespace foghorn
