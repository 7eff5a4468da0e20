#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <variant>

namespace foghorn {

/// What the desktop was asked to do.
struct DesktopOptions
{
    QList<QString> files; ///< empty: the default fleet
    QString stateDirectory;
};

/// The program ends at once with this text: on stdout when the code is 0, else on stderr.
struct DesktopEnd
{
    QString text;
    int exitCode = 0;
};

class DesktopCommandLine
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::DesktopCommandLine)
public:
    /// `arguments` with the program's name first.
    static std::variant<DesktopOptions, DesktopEnd> parse(const QStringList &arguments);
};

} // namespace foghorn
