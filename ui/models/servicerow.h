#pragma once

#include "ui/style/statelook.h"

#include "core/registry/serviceregistry.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace foghorn {

/// What a strip shows of one check; ordered so that the worst is the greatest.
enum class CheckMark : char { None, Unknown, Healthy, Degraded, Unhealthy };

/// One CheckMark a byte, oldest first, at most 100.
using CheckMarks = QByteArray;

inline CheckMark markAt(const CheckMarks &marks, qsizetype index) { return static_cast<CheckMark>(marks.at(index)); }

/// All that a line of the table, or a node of the graph, shows of a service.
struct ServiceRow
{
    ServiceId id;
    StateFacts facts;
    StateLook look;
    QString state; ///< "Running · Unhealthy"
    QString shortState; ///< "Unhealthy"
    QString why;
    QString searchText; ///< lower case: name, type, description, labels
    CheckMarks marks;
    std::optional<std::chrono::microseconds> response; ///< of the last check, if it passed and the service runs
    std::optional<std::chrono::microseconds> meanResponse; ///< of the checks of the strip that passed
    std::optional<std::chrono::microseconds> p95Response; ///< likewise
    int layer = 0;
    int restartAttempts = 0;
    int maxAttempts = 0;
    int restartCount = 0;
    WallTime since{};
    std::chrono::milliseconds stopTimeout{0}; ///< how long it may take to end
    qint64 pid = 0; ///< 0: none
    std::optional<WallTime> lastCheckAt;
    QStringList tags; ///< "key=value"
    QString lastError;
    bool external = false;
    bool remembered = false; ///< nothing is heard now; this is how it was
    bool checking = false; ///< somebody has asked its probe just now
    qsizetype needs = 0;
    qsizetype neededBy = 0;

    bool operator==(const ServiceRow &) const = default;
};

/// The row while the connection is away: its glyph says that nothing is known, the old words are in brackets.
ServiceRow remembered(ServiceRow row);
/// For screen readers, lower case: "running, unhealthy"; says so when it is only remembered.
QString spokenState(const ServiceRow &row);
CheckMarks marksOf(const RingBuffer<CheckResult> &checks);
ServiceRow rowOf(const RegistryEntry &entry, WallTime now);

/// The row as a sentence for a screen reader: "onion, critical, running, unhealthy since 14:02, response 48 ms".
QString spokenRow(const ServiceRow &row);
/// The node as a sentence: "onion, running, unhealthy, layer 3, needs 1, needed by 2".
QString spokenNode(const ServiceRow &row);
/// "last 100 checks: 94 healthy, 3 degraded, 3 unhealthy".
QString spokenMarks(const CheckMarks &marks);
/// Whether nothing about the row asks for an explanation.
bool isCalm(const ServiceRow &row);

} // namespace foghorn
