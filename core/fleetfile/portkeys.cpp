#include "core/fleetfile/servicedraft.h"

#include <algorithm>

namespace foghorn {
namespace {

/// Names of ports and endpoints become parts of variables and references: [A-Za-z][A-Za-z0-9_-]*.
bool isPortName(const QString &text)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    return !text.isEmpty() && text.size() <= 63 && isLetter(text.front())
        && std::all_of(text.begin(), text.end(),
            [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-'; });
}

bool takeName(const YamlMember &member, const Value &map)
{
    const QString name = QString::fromStdString(*member.key);
    if (!isPortName(name))
        map.context->faults.fault(member.place,
            QStringLiteral("'%1' cannot name one of the '%2'").arg(name, map.keyText()),
            QStringLiteral("letters, digits, _ and -, beginning with a letter"));
    return isPortName(name);
}

/// The number in `text`, 0 for "auto".
std::optional<quint16> portNumber(const QString &text)
{
    if (text == QLatin1String("auto"))
        return quint16(0);
    bool good = false;
    const uint number = text.toUInt(&good);
    return good && number >= 1 && number <= 65535 ? std::optional(static_cast<quint16>(number)) : std::nullopt;
}

/// A service is told its ports as FOGHORN_PORT_<NAME>, where 'a-b', 'a_b' and 'A_B' would be one name.
void checkVariable(const ServiceDraft &draft, const YamlMember &member, const Value &map)
{
    const QString name = QString::fromStdString(*member.key);
    const auto variable = [](const QString &port) { return port.toUpper().replace(u'-', u'_'); };
    for (const NamedPort &other : draft.spec.ports) {
        if (variable(other.name) == variable(name))
            map.context->faults.fault(member.place,
                QStringLiteral("ports '%1' and '%2' would both be FOGHORN_PORT_%3")
                    .arg(other.name, name, variable(name)),
                QStringLiteral("give one of them another name"));
    }
}

} // namespace

void readPorts(ServiceDraft &draft, const Value &value)
{
    if (!value.isMap(QStringLiteral("{http: auto}")))
        return;
    for (const YamlMember &member : value.node->members) {
        const Value entry = value.entry(member);
        if (!takeName(member, value))
            continue;
        if (!entry.node->isScalar()) {
            entry.wrongType(QStringLiteral("a port or auto"), QStringLiteral("8080"));
            continue;
        }
        const auto text = entry.text();
        if (!text)
            continue;
        checkVariable(draft, member, value);
        const auto number = portNumber(*text);
        if (!number) {
            entry.wrongType(QStringLiteral("a port from 1 to 65535, or auto"), QStringLiteral("8080"));
            continue;
        }
        draft.spec.ports.append({QString::fromStdString(*member.key), *number, *number == 0});
        draft.portPlaces.push_back(entry.place);
    }
}

void readEndpoints(ServiceDraft &draft, const Value &value)
{
    if (!value.isMap(QStringLiteral("{http: \"http://127.0.0.1:${port.http}\"}")))
        return;
    for (const YamlMember &member : value.node->members) {
        if (!takeName(member, value))
            continue;
        if (const auto url = value.entry(member).templateText()) {
            draft.spec.endpoints.append({QString::fromStdString(*member.key), *url});
            draft.endpointPlaces.push_back(member.value->place);
        }
    }
}

} // namespace foghorn
