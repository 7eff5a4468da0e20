#include "core/api/listfilter.h"

#include "core/base/names.h"

#include <QSet>

#include <algorithm>

namespace foghorn {
namespace {

using Entries = QList<const RegistryEntry *>;

std::variant<QSet<ServiceId>, HttpReply> chosenNames(const QString &list, const ApiContext &context)
{
    QSet<ServiceId> names;
    for (const QString &name : list.split(u',')) {
        if (!isServiceName(name))
            return HttpReply::problem(400,
                QStringLiteral("`names` holds `%1`, which is no service name; write names=a,b.")
                    .arg(printable(QStringView(name).left(64))));
        if (!context.registry.find(name))
            return context.noSuchService(name);
        names.insert(name);
    }
    return names;
}

std::variant<QSet<QString>, HttpReply> chosenWords(const QString &list, const QList<QString> &words)
{
    QSet<QString> chosen;
    for (const QString &word : list.split(u',')) {
        if (!words.contains(word))
            return HttpReply::problem(
                400, QStringLiteral("`status` must be of %1.").arg(words.join(QLatin1String(", "))));
        chosen.insert(word);
    }
    return chosen;
}

} // namespace

bool isFiltered(const ApiRequest &request)
{
    return request.query.contains("names") || request.query.contains("status");
}

std::variant<Entries, HttpReply> filteredEntries(const ApiRequest &request, const ApiContext &context,
    const QList<QString> &words, const std::function<QLatin1String(const RegistryEntry &)> &wordOf)
{
    const bool byName = request.query.contains("names");
    const bool byWord = request.query.contains("status");
    auto names = byName ? chosenNames(request.query.value("names"), context) : QSet<ServiceId>();
    if (const auto *refusal = std::get_if<HttpReply>(&names))
        return *refusal;
    auto chosen = byWord ? chosenWords(request.query.value("status"), words) : QSet<QString>();
    if (const auto *refusal = std::get_if<HttpReply>(&chosen))
        return *refusal;
    Entries entries;
    for (const ServiceId &service : context.registry.order()) {
        const RegistryEntry *entry = context.registry.find(service);
        if (entry && (!byName || std::get<0>(names).contains(service))
            && (!byWord || std::get<0>(chosen).contains(wordOf(*entry))))
            entries << entry;
    }
    return entries;
}

const QList<QString> &statusWords()
{
    static const QList<QString> words{QStringLiteral("stopped"), QStringLiteral("starting"), QStringLiteral("running"),
        QStringLiteral("stopping"), QStringLiteral("failed")};
    return words;
}

const QList<QString> &healthWords()
{
    static const QList<QString> words{
        QStringLiteral("healthy"), QStringLiteral("degraded"), QStringLiteral("unhealthy"), QStringLiteral("unknown")};
    return words;
}

std::variant<qint64, HttpReply> wholeNumber(
    const ApiRequest &request, const QByteArray &name, qint64 fallback, qint64 low, qint64 high)
{
    const auto given = request.query.constFind(name);
    if (given == request.query.cend())
        return fallback;
    // Plain digits only: the library would also take blanks and a sign around them.
    bool isNumber = std::all_of(given->cbegin(), given->cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const qint64 number = isNumber ? given->toLongLong(&isNumber) : 0;
    if (!isNumber || number < low || number > high)
        return HttpReply::problem(400,
            QStringLiteral("`%1` must be a whole number from %2 to %3.")
                .arg(QString::fromLatin1(name))
                .arg(low)
                .arg(high));
    return number;
}

std::variant<std::optional<WallTime>, HttpReply> timeOf(const ApiRequest &request, const QByteArray &name)
{
    const auto given = request.query.constFind(name);
    if (given == request.query.cend())
        return std::optional<WallTime>();
    if (const std::optional<WallTime> time = fromRfc3339(given->toUtf8()))
        return time;
    return HttpReply::problem(400,
        QStringLiteral("`%1` must be a time like 2026-11-23T00:31:07.042Z (a `+` of its zone "
                       "written as %2).")
            .arg(QString::fromLatin1(name), QStringLiteral("%2B")));
}

std::variant<TimeWindow, HttpReply> windowOf(const ApiRequest &request)
{
    const auto from = timeOf(request, "from");
    if (const auto *refusal = std::get_if<HttpReply>(&from))
        return *refusal;
    const auto to = timeOf(request, "to");
    if (const auto *refusal = std::get_if<HttpReply>(&to))
        return *refusal;
    const TimeWindow window{std::get<0>(from), std::get<0>(to)};
    if (window.from && window.to && *window.from > *window.to)
        return HttpReply::problem(400, QStringLiteral("`from` is later than `to`; swap them."));
    return window;
}

} // namespace foghorn
