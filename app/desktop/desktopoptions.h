#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace foghorn {

/// What the desktop was asked to do.
struct DesktopOptions
{
    QList<QString> files; ///< empty: the default fleet
    QString stateDirectory;
    QString url; ///< of the daemon to attach to; empty: none was named
    QString tokenFile; ///< for that daemon; empty: what its state directory holds, if it is here
    QString certificates; ///< a PEM file of authorities to trust for it
    QString certificate; ///< a PEM file with the certificate to show it
    QString key; ///< and its key; empty: in the same file
    bool isMeasured = false; ///< how long the start took is printed
    bool isSafe = false; ///< neither reads nor writes what was chosen earlier
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

private:
    /// Why this cannot be attached to; nothing when it can, or nobody wants it.
    static std::optional<DesktopEnd> whyNot(const QString &url, bool isSet, const QStringList &files);
};

} // namespace foghorn
