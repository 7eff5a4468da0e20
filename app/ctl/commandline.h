#pragma once

#include "app/ctl/verb.h"
#include "core/base/result.h"
#include "core/client/discovery.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace foghorn {

/// What a person typed, understood.
struct CommandLine
{
    const Verb *verb = nullptr;
    QStringList names; ///< the verb's arguments
    QSet<QString> flags; ///< options that were given, by their last name
    QHash<QString, QString> values; ///< by the option's last name
    DiscoveryWish wish;
    bool json = false;
    QString toShow; ///< help or version: to be printed instead of doing anything

    bool has(QLatin1String flag) const { return flags.contains(QString(flag)); }
};

/// The Error is a mistake of usage.
Result<CommandLine> readCommandLine(const QStringList &arguments);

} // namespace foghorn
