#include "app/ctl/console.h"

#include "core/base/names.h"

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace foghorn {
namespace {

const char *codeOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return "";
    case Tone::Faint:
        return "\x1b[2m";
    case Tone::Good:
        return "\x1b[32m";
    case Tone::Busy:
        return "\x1b[36m";
    case Tone::Warning:
        return "\x1b[33m";
    case Tone::Bad:
        return "\x1b[31m";
    }
    return "";
}

} // namespace

Console::Console()
{
    m_isTerminal = isatty(STDOUT_FILENO) == 1;
    m_hasColour = m_isTerminal && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    winsize size{};
    if (m_isTerminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        m_width = size.ws_col;
}

void Console::line(const QString &text) const { raw(text.toUtf8() + '\n'); }

void Console::raw(const QByteArray &text) const
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

bool Console::isWritten() const { return std::ferror(stdout) == 0; }

void Console::complain(const QString &message) const
{
    const QByteArray text = "foghornctl: " + printable(message).toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
}

QString Console::inTone(const QString &text, Tone tone) const
{
    if (!m_hasColour || tone == Tone::Plain || text.isEmpty())
        return text;
    return QLatin1String(codeOf(tone)) + text + QLatin1String("\x1b[0m");
}

} // namespace foghorn
