// A database as the store itself makes it, damaged as the input says, is opened and read as at a start and by the API.
#include "core/json/eventsanswer.h"
#include "core/json/historyanswer.h"
#include "core/store/bucketblock.h"
#include "core/store/checkblock.h"
#include "core/store/databaseconnection.h"
#include "core/store/fleetloader.h"
#include "core/store/historykeys.h"
#include "core/store/historyreader.h"
#include "tests/fuzz/targets/fakeapi.h"
#include "tests/fuzz/targets/rules.h"
#include "tests/fuzz/targets/targets.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>
#include <QtEndian>

namespace foghorn {
namespace {

constexpr int services = 2;
const WallTime begin{std::chrono::milliseconds(1'700'000'000'000)};

QByteArray blockOf(int service)
{
    CheckBlock block;
    for (int i = 0; i < 5; ++i) {
        CheckResult check;
        check.at = begin + std::chrono::seconds(i * 30 + service);
        check.passed = i % 3 != 0;
        check.message = QStringLiteral("HTTP %1").arg(check.passed ? 200 : 503);
        check.details = {{QStringLiteral("probe"), QStringLiteral("http")}};
        block.append(check);
    }
    return block.bytes();
}

void insert(QSqlDatabase &database, const QString &statement, const QList<QVariant> &values)
{
    QSqlQuery query(database);
    mustHold(query.prepare(statement), "the fuzzer's statement is good");
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values.at(i));
    mustHold(query.exec(), "the fuzzer's rows are good");
}

void fill(QSqlDatabase &database)
{
    const qint64 at = begin.time_since_epoch().count();
    for (int id = 1; id <= services; ++id) {
        const QString name = id == 1 ? QStringLiteral("edge") : QStringLiteral("dao");
        insert(database, QStringLiteral("INSERT INTO service VALUES (?, ?)"), {id, name});
        insert(database,
            QStringLiteral("INSERT INTO state VALUES (?, 'up', 'running', 'StartUp', ?, 1, 3, 1, ?, 'signaled', 0, 11, "
                           "1, NULL, 'killed', 'http=8080', x'00ff')"),
            {id, at, at});
        insert(database, QStringLiteral("INSERT INTO span VALUES (?, ?, 1)"), {id, at});
        insert(database, QStringLiteral("INSERT INTO state_span VALUES (?, ?, 'running', 'StartUp')"), {id, at});
        insert(database, QStringLiteral("INSERT INTO health_span VALUES (?, ?, 'healthy')"), {id, at});
        insert(database, QStringLiteral("INSERT INTO check_block VALUES (?, ?, 5, ?)"),
            {historyKey(id, begin), at + 120'000, blockOf(id)});
        insert(database,
            QStringLiteral("INSERT INTO event (id, at, kind, service, from_word, to_word, cause, actor, message) "
                           "VALUES (?, ?, 'state', ?, 'starting', 'running', 'StartUp', 'operator', 'is ready')"),
            {id, at, name});
    }
}

/// The whole file, made once.
const QByteArray &soundFile(const QString &path)
{
    static const QByteArray bytes = [&path] {
        {
            DatabaseConnection connection(path);
            mustHold(!connection.open().has_value(), "the fuzzer's database opens");
            fill(connection.database());
            mustHold(
                !execute(connection.database(), QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")), "it is one file");
        }
        QFile file(path);
        mustHold(file.open(QIODevice::ReadOnly), "the fuzzer's database can be read");
        return file.readAll();
    }();
    return bytes;
}

/// Patches of the file: three bytes of place, one of length, and the bytes; the last three bytes may cut it.
QByteArray patched(QByteArray bytes, QByteArrayView input)
{
    while (input.size() >= 4) {
        const qsizetype place = (takeByte(input) | takeByte(input) << 8U | takeByte(input) << 16U) % bytes.size();
        const QByteArrayView patch =
            input.sliced(1).first(std::min<qsizetype>(static_cast<unsigned char>(input.front()), input.size() - 1));
        bytes.replace(place, std::min(patch.size(), bytes.size() - place),
            patch.first(std::min(patch.size(), bytes.size() - place)));
        input = input.sliced(1 + patch.size());
    }
    return input.size() == 3 ? bytes.first(qFromLittleEndian<quint16>(input.data()) % bytes.size()) : bytes;
}

qint64 takeNumber(QByteArrayView &input)
{
    char bytes[8] = {};
    const qsizetype size = std::min<qsizetype>(8, input.size());
    std::copy_n(input.data(), size, bytes);
    input = input.sliced(size);
    return qFromLittleEndian<qint64>(bytes);
}

/// Rows that no Foghorn wrote: any numbers, any words.
void addRows(QSqlDatabase &database, unsigned kind, QByteArrayView input)
{
    const auto blob = [&input] { return input.toByteArray(); };
    const auto add = [&database](const QString &statement, const QList<QVariant> &values) {
        insert(database, statement, values);
    };
    if (kind == 'B') {
        add(QStringLiteral("INSERT OR REPLACE INTO check_block VALUES (?, ?, 9, ?)"),
            {historyKey(1, begin) + 7, qint64(begin.time_since_epoch().count() + 600'000), blob()});
    } else if (kind == 'L') {
        add(QStringLiteral("INSERT INTO check_log VALUES (1, ?)"), {blob()});
    } else if (kind == 'K') {
        add(QStringLiteral("INSERT INTO bucket_block VALUES (?, ?)"), {historyKey(1, dayOf(begin)), blob()});
    } else if (kind == 'N') {
        const qint64 id = takeNumber(input);
        const qint64 at = takeNumber(input);
        const QString word = QString::fromUtf8(input);
        add(QStringLiteral("INSERT OR REPLACE INTO state_span VALUES (1, ?, ?, ?)"), {at, word, word});
        add(QStringLiteral("INSERT OR REPLACE INTO health_span VALUES (1, ?, ?)"), {at, word});
        add(QStringLiteral("INSERT OR REPLACE INTO span VALUES (1, ?, ?)"), {at, id});
        add(QStringLiteral("INSERT OR REPLACE INTO event VALUES (?, ?, ?, 'edge', ?, ?, ?, ?, ?)"),
            {id, at, QStringLiteral("state"), word, word, word, word, word});
        add(QStringLiteral("INSERT OR REPLACE INTO check_block VALUES (?, ?, ?, x'01')"), {id, at, id});
        add(QStringLiteral("INSERT OR REPLACE INTO check_folded VALUES (?, ?)"), {id, at});
        add(QStringLiteral("INSERT OR REPLACE INTO service VALUES (?, ?)"), {id, word});
        add(QStringLiteral("INSERT OR REPLACE INTO fleet VALUES ('alive_at', ?), ('last_event_id', ?)"), {at, id});
        add(QStringLiteral("UPDATE state SET goal = ?, since = ?, restart_count = ?, ports = ?, exit_kind = ?"),
            {word, at, id, word, word});
    }
}

void mustBeJson(const QByteArray &text)
{
    QJsonParseError error;
    QJsonDocument::fromJson(text, &error);
    mustHold(error.error == QJsonParseError::NoError, "what is shown of the history is JSON");
}

/// As the API does it.
void readBack(const QString &path)
{
    const HistoryReader reader(path);
    HistoryQuery query{QStringLiteral("edge"), {}, {}, 10};
    for (const bool hasWindow : {false, true}) {
        if (hasWindow)
            query.from = query.to = begin;
        if (const auto history = reader.ofService(query)) {
            mustHold(history.value().states.size() <= query.points && history.value().stateSpans.size() <= query.points,
                "no more than was asked for");
            mustBeJson(historyAnswer(history.value(), query));
        }
    }
    EventQuery events;
    events.limit = 5;
    for (const std::optional<qint64> after : {std::optional<qint64>(), std::optional<qint64>(0)}) {
        events.after = after;
        if (const auto page = reader.events(events)) {
            mustHold(page.value().events.size() <= events.limit, "no more events than were asked for");
            mustBeJson(eventsAnswer(page.value().events, page.value().firstId, 1));
        }
    }
}

} // namespace

void fuzzEventDatabase(QByteArrayView input)
{
    fakeApi(); // the database drivers want an application
    static const QTemporaryDir folder(QDir(QStringLiteral("/dev/shm")).exists()
            ? QStringLiteral("/dev/shm/foghorn-fuzz-XXXXXX")
            : QDir::tempPath() + QStringLiteral("/foghorn-fuzz-XXXXXX"));
    static const QByteArray sound = soundFile(folder.filePath(QStringLiteral("sound.sqlite")));
    QDir here(folder.path());
    const QString path = here.filePath(QStringLiteral("history.sqlite"));
    const unsigned kind = takeByte(input);
    QFile file(path);
    const QByteArray bytes = kind == 'P' ? patched(sound, input) : sound;
    mustHold(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the fuzzer can write its files");
    file.close();
    if (kind != 'P') {
        DatabaseConnection connection(path);
        mustHold(!connection.open().has_value(), "the sound database opens");
        addRows(connection.database(), kind, input);
    }
    const SavedFleet fleet = loadFleet(path, begin, std::chrono::milliseconds(0));
    if (!fleet.wasRead)
        std::fprintf(stderr, "%s\n", qPrintable(fleet.notice));
    // but for a header that says that it may only be read, which looks like a disk that does
    mustHold(fleet.wasRead || fleet.notice.contains(QLatin1String("readonly")),
        "a damaged file is set aside, and never in the way");
    for (const SavedService &service : fleet.services)
        mustHold(service.ports.size() <= bytes.size(), "ports are read from the file");
    fleet.highestIdGiven(begin);
    readBack(path);
    const QStringList left = here.entryList({QStringLiteral("history*")}, QDir::Files);
    for (const QString &name : left)
        here.remove(name);
}

} // namespace foghorn
