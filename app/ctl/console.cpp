#include "app/ctl/console.h"

#include "core/base/names.h"

#include <algorithm>
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

void Console::json(const QByteArray &text) const
{
    const auto isPlain = [](char c) { return c == '\n' || (c >= 0x20 && c < 0x7F); };
    QByteArray shown = text;
    if (!std::all_of(text.begin(), text.end(), isPlain)) {
        QString escaped;
        const QString decoded = QString::fromUtf8(text);
        for (const QChar c : decoded) {
            const bool obeys = c.category() == QChar::Other_Control && c != u'\n';
            if (obeys || c.category() == QChar::Other_Format)
                escaped += QStringLiteral("\\u%1").arg(static_cast<int>(c.unicode()), 4, 16, QLatin1Char('0'));
            else
                escaped += c;
        }
        shown = escaped.toUtf8();
    }
    raw(shown.endsWith('\n') ? shown : shown + '\n');
}

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
