#include "core/json/problem.h"

#include "core/json/jsonwriter.h"

#include <array>
#include <utility>

namespace foghorn {
namespace {

constexpr std::array<std::pair<int, const char *>, 26> titles{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
}};

} // namespace

QByteArray statusTitle(int status)
{
    for (const auto &[known, title] : titles) {
        if (known == status)
            return title;
    }
    return "Unknown";
}

QByteArray problemJson(
    int status, const QString &detail, const QList<QString> &faults, const QList<QList<QString>> &cycles)
{
    JsonWriter json;
    json.beginObject();
    json.member(QLatin1String("type"), QLatin1String("about:blank"));
    json.member(QLatin1String("title"), QString::fromLatin1(statusTitle(status)));
    json.member(QLatin1String("status"), status);
    json.member(QLatin1String("detail"), detail);
    json.member(QLatin1String("success"), false);
    if (!faults.isEmpty())
        json.member(QLatin1String("faults"), faults);
    if (!cycles.isEmpty()) {
        json.key(QLatin1String("cycles")).beginArray();
        for (const QList<QString> &cycle : cycles)
            json.value(cycle);
        json.endArray();
    }
    json.endObject();
    return json.take();
}

} // namespace foghorn
