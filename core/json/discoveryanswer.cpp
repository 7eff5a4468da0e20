#include "core/json/discoveryanswer.h"

#include "core/json/jsonwriter.h"
#include "core/json/prometheustext.h"
#include "core/model/words.h"

#include <QSet>
#include <QUrl>

namespace foghorn {
namespace {

using Key = QLatin1String;

int portOf(const QUrl &url)
{
    const int usual = url.scheme() == u"http" ? 80 : url.scheme() == u"https" ? 443 : 0;
    return url.port(usual);
}

bool isOwnHost(const QString &host)
{
    return host == u"localhost" || host == u"::1" || host.startsWith(QLatin1String("127."));
}

/// host:port, an IPv6 address in brackets.
QString addressOf(const QString &host, int port)
{
    return (host.contains(u':') ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

void writeServiceLabels(JsonWriter &json, const RegistryEntry &entry, const QString &fleet)
{
    const ServiceInfo &info = entry.info;
    const auto truth = [](bool is) { return is ? Key("true") : Key("false"); };
    json.member(Key("__meta_foghorn_service"), info.name);
    json.member(Key("__meta_foghorn_fleet"), fleet);
    json.member(Key("__meta_foghorn_type"), info.type);
    json.member(Key("__meta_foghorn_version"), info.version);
    json.member(Key("__meta_foghorn_state"), toWord(entry.status.state));
    json.member(Key("__meta_foghorn_health"), toWord(entry.health.health));
    json.member(Key("__meta_foghorn_critical"), truth(info.critical));
    json.member(Key("__meta_foghorn_external"), truth(info.external));
    QSet<QByteArray> used;
    for (auto label = info.labels.cbegin(); label != info.labels.cend(); ++label) {
        const QByteArray name = "__meta_foghorn_label_" + PrometheusText::labelName(label.key());
        if (used.contains(name))
            continue; // a member said twice is none; the first in the alphabet holds
        used.insert(name);
        json.member(Key(name.constData(), name.size()), label.value());
    }
}

void beginGroup(JsonWriter &json, const QString &address)
{
    json.beginObject();
    json.key(Key("targets")).beginArray().value(address).endArray();
    json.key(Key("labels")).beginObject();
}

QString nameOfPort(const ServiceInfo &info, int port)
{
    for (const NamedPort &named : info.ports) {
        if (named.port == port)
            return named.name;
    }
    return {};
}

void writeEndpoint(
    JsonWriter &json, const RegistryEntry &entry, const Endpoint &endpoint, const QString &fleet, QSet<int> &namedPorts)
{
    const QUrl url(endpoint.url);
    const int port = portOf(url);
    if (!url.isValid() || url.host().isEmpty() || port <= 0)
        return; // a path of a Unix socket, or words of its own
    if (isOwnHost(url.host()))
        namedPorts.insert(port);
    beginGroup(json, addressOf(url.host(), port));
    if (endpoint.name == u"metrics") {
        json.member(Key("__metrics_path__"), url.path().isEmpty() ? QStringLiteral("/metrics") : url.path());
        json.member(Key("__scheme__"), url.scheme());
    }
    writeServiceLabels(json, entry, fleet);
    json.member(Key("__meta_foghorn_endpoint"), endpoint.name);
    json.member(Key("__meta_foghorn_endpoint_scheme"), url.scheme());
    json.member(Key("__meta_foghorn_endpoint_path"), url.path());
    if (const QString name = nameOfPort(entry.info, port); isOwnHost(url.host()) && !name.isEmpty())
        json.member(Key("__meta_foghorn_port"), name);
    json.endObject().endObject();
}

} // namespace

QByteArray discoveryAnswer(const QList<const RegistryEntry *> &entries, const QString &fleet)
{
    JsonWriter json(512 * entries.size() + 16);
    json.beginArray();
    for (const RegistryEntry *entry : entries) {
        QSet<int> namedPorts;
        for (const Endpoint &endpoint : entry->info.endpoints)
            writeEndpoint(json, *entry, endpoint, fleet, namedPorts);
        for (const NamedPort &port : entry->info.ports) {
            if (port.port == 0 || namedPorts.contains(port.port))
                continue;
            beginGroup(json, addressOf(QStringLiteral("127.0.0.1"), port.port));
            writeServiceLabels(json, *entry, fleet);
            json.member(Key("__meta_foghorn_port"), port.name);
            json.endObject().endObject();
        }
    }
    json.endArray();
    return json.take();
}

} // namespace foghorn
