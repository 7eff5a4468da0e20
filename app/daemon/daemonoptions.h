#pragma once

#include <QList>
#include <QString>

#include <variant>

namespace foghorn {

enum class LogFormat { Text, Json };

/// What foghornd was asked to do.
struct DaemonOptions
{
    QList<QString> files;
    QString listen;
    QString stateDirectory;
    LogFormat logFormat = LogFormat::Text;
    bool checkOnly = false;
};

/// The program is to end at once with this text.
struct EarlyEnd
{
    QString text;
    int exitCode = 0; ///< 0: text goes to stdout; 2: usage, text goes to stderr
};

std::variant<DaemonOptions, EarlyEnd> parseDaemonOptions(const QList<QString> &arguments);

} // namespace foghorn
