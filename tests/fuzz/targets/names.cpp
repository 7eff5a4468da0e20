#include "core/api/acceptlanguage.h"
#include "core/api/gate.h"
#include "core/api/listenaddress.h"
#include "core/api/percentencoding.h"
#include "core/base/clock.h"
#include "core/base/units.h"
#include "core/fleetfile/interpolation.h"
#include "core/fleetfile/netaddress.h"
#include "core/keeper/protocol.h"
#include "tests/fuzz/targets/rules.h"
#include "tests/fuzz/targets/targets.h"

namespace foghorn {
namespace {

void readUnits(const QString &text)
{
    using namespace std::chrono_literals;
    if (const auto duration = parseDuration(text)) {
        mustHold(*duration >= 0ms && *duration <= 24h * 366 * 100, "a duration is up to 100 years");
        mustHold(parseDuration(formatDuration(*duration)) == duration, "a duration comes back as it was");
    }
    if (const auto size = parseSize(text))
        mustHold(*size >= 0, "a size is not negative");
    if (const auto time = fromRfc3339(text.toUtf8()))
        mustHold(fromRfc3339(toRfc3339(*time)) == time, "a time comes back as it was");
}

void readNames(const QString &text, QByteArrayView bytes)
{
    mustBePrintable(printable(text), "what was made printable is");
    const QString near = nearestName(text, {QStringLiteral("edge"), QStringLiteral("dao"), text.left(5)});
    mustHold(near.size() <= 5, "the nearest name is one of those given");
    if (isServiceName(text)) {
        mustHold(text.size() <= 63 && text.toLatin1() == bytes, "a name is short and ASCII");
        mustHold(keeper::isSafeName(bytes.toByteArray().toStdString()), "the keeper takes every service's name");
        mustHold(!text.contains(u'/') && text != u"." && text != u"..", "a name is no path");
    }
}

void readAddresses(const QString &text, QByteArrayView bytes)
{
    if (const auto host = hostWithoutPort(bytes))
        mustHold(!host->isEmpty() && !host->contains('/') && !host->contains('@'), "a host is only that");
    isLoopbackHost(bytes);
    if (const auto address = parseNetAddress(text))
        mustHold(!address->host.isEmpty(), "an address has a host");
    if (const auto listen = parseListenAddress(text))
        mustHold(listen.value().isLoopback == listen.value().host.isLoopback(), "loopback is what Qt calls so");
    isHttpUrl(text);
    if (const auto decoded = percentDecoded(bytes, true))
        mustHold(!decoded->contains(QChar(0)) && decoded->size() <= bytes.size(), "decoding adds nothing");
    preferredLanguage(bytes);
}

void readTemplates(const QString &text)
{
    const auto valueOf = [](const QString &name) -> std::optional<QString> {
        return name == u"A" ? std::optional(QStringLiteral("${B}")) : std::nullopt;
    };
    const Interpolated filled = interpolate(text, valueOf);
    mustHold(filled.text.size() <= 4 * 1024 * 1024, "a template is bounded");
    if (filled.fault.isEmpty() && filled.references.empty()) {
        const QString meant = textOfTemplate(filled.text);
        mustHold(textOfTemplate(literalTemplate(meant)) == meant, "a literal template means its text");
    }
    const QString port = filledTemplate(filled.text, [](const Reference &) { return QStringLiteral("80"); });
    mustHold(port.size() <= filled.text.size(), "a port is shorter than what stands for it");
}

} // namespace

void fuzzNames(QByteArrayView input)
{
    const QString text = QString::fromUtf8(input);
    readUnits(text);
    readNames(text, input);
    readAddresses(text, input);
    readTemplates(text);
}

} // namespace foghorn
