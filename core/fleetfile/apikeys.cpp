#include "core/fleetfile/fleetdraft.h"
#include "core/fleetfile/keytable.h"
#include "core/fleetfile/netaddress.h"

namespace foghorn {
namespace {

void readListen(FleetDraft &draft, const Value &value)
{
    draft.listenPlace = value.place;
    const auto text = value.text();
    if (!text)
        return;
    const auto address = parseNetAddress(*text);
    if (!address)
        value.wrongType(QStringLiteral("host:port"), QStringLiteral("127.0.0.1:7464"));
    else if (!isAddressOrLocalhost(address->host))
        value.wrongType(QStringLiteral("an address of this machine and a port"), QStringLiteral("127.0.0.1:7464"));
    else
        draft.spec.api.listen = *text;
}

void readAuth(FleetDraft &draft, const Value &value)
{
    static constexpr std::array<std::pair<std::string_view, bool>, 2> words{{{"token", true}, {"none", false}}};
    draft.authPlace = value.place;
    draft.spec.api.tokenRequired = value.word(words).value_or(true);
}

template<QString TlsSpec::*member> void readPath(TlsSpec &tls, const Value &value)
{
    const auto path = value.text();
    if (path && path->isEmpty())
        value.fault(
            QStringLiteral("'%1' is empty").arg(value.keyText()), QStringLiteral("give the path of a PEM file"));
    else if (path)
        tls.*member = value.context->sources.absolutePath(value.place, *path);
}

constexpr std::array<Key<TlsSpec>, 3> tlsKeys{{
    {"certificate", readPath<&TlsSpec::certificate>},
    {"key", readPath<&TlsSpec::key>},
    {"client_ca", readPath<&TlsSpec::clientCa>},
}};

void readTls(FleetDraft &draft, const Value &value)
{
    if (!value.isMap(QStringLiteral("{certificate: cert.pem, key: key.pem}")))
        return;
    draft.spec.api.tls.emplace();
    readKeys(*draft.spec.api.tls, value, tlsKeys);
    if (value.node->find("certificate") == nullptr || value.node->find("key") == nullptr)
        value.fault(QStringLiteral("'tls' needs both 'certificate' and 'key'"),
            QStringLiteral("for example tls: {certificate: cert.pem, key: key.pem}"));
}

QList<QString> tlsKeyNames() { return dottedKeys(tlsKeys); }

void readStatusPage(FleetDraft &draft, const Value &value)
{
    static constexpr std::array<std::pair<std::string_view, StatusPageAccess>, 3> words{
        {{"public", StatusPageAccess::Public}, {"token", StatusPageAccess::Token}, {"off", StatusPageAccess::Off}}};
    draft.spec.api.statusPage = value.word(words).value_or(StatusPageAccess::Token);
}

void readAllowedHosts(FleetDraft &draft, const Value &value)
{
    if (!value.node->isList())
        return value.wrongType(QStringLiteral("a list of host names"), QStringLiteral("[fleet.example]"));
    for (const YamlMember &member : value.node->members) {
        const Value entry = value.entry(member);
        const auto host = entry.text();
        // the name alone, as it stands in a Host header before its port
        if (const auto named = parseNetAddress(QString(host.value_or(QString()) + QLatin1String(":1"))))
            draft.spec.api.allowedHosts.append(named->host);
        else if (host)
            entry.wrongType(QStringLiteral("a host name without scheme and port"), QStringLiteral("fleet.example"));
    }
}

constexpr std::array<Key<FleetDraft>, 5> apiKeys{{
    {"listen", readListen},
    {"auth", readAuth},
    {"tls", readTls, tlsKeyNames},
    {"status_page", readStatusPage},
    {"allowed_hosts", readAllowedHosts},
}};

/// Beyond this machine the API is only offered with TLS and tokens.
void checkReach(const FleetDraft &draft, const Value &value)
{
    const auto address = parseNetAddress(draft.spec.api.listen);
    if (!address || address->isLoopback())
        return;
    if (!draft.spec.api.tokenRequired)
        value.context->faults.fault(draft.authPlace, QStringLiteral("'auth: none' with an address that others reach"),
            QStringLiteral("use auth: token, or listen on 127.0.0.1"));
    if (!draft.spec.api.tls)
        value.context->faults.fault(draft.listenPlace, QStringLiteral("listening beyond this machine needs 'tls'"),
            QStringLiteral("add tls: {certificate: cert.pem, key: key.pem}, or listen on 127.0.0.1"));
}

} // namespace

void readApi(FleetDraft &draft, const Value &value)
{
    if (!value.isMap(QStringLiteral("{listen: 127.0.0.1:7464}")))
        return;
    readKeys(draft, value, apiKeys);
    checkReach(draft, value);
}

QList<QString> apiKeyNames() { return dottedKeys(apiKeys); }

} // namespace foghorn
