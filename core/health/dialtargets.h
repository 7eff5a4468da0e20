#pragma once

#include <QStringList>

namespace foghorn {

/// What to hand to connectToHost() for `host`, to be tried in order. The loopback names become addresses, so that
/// probes of local services never wait in the one bounded queue of name look-ups behind names that do not answer.
inline QStringList dialTargets(const QString &host)
{
    const QString name = host.toLower();
    if (name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")))
        return {QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    if (host.size() > 2 && host.startsWith(u'[') && host.endsWith(u']'))
        return {host.mid(1, host.size() - 2)};
    return {host};
}

} // namespace foghorn
