#pragma once

#include <QString>
#include <QStringList>

namespace foghorn {

/// What a piece of text means, for its colour.
enum class Tone { Plain, Faint, Good, Busy, Warning, Bad };

/// stdout for results and stderr for what went wrong. Colour only on a terminal, and not with NO_COLOR.
class Console
{
public:
    Console();

    /// UTF-8 with a newline; the caller has made foreign text printable().
    void line(const QString &text) const;
    /// JSON on lines of its own, with nothing in it that a terminal obeys: such characters become \\u escapes.
    void json(const QByteArray &text) const;
    /// As it is, without a newline.
    void raw(const QByteArray &text) const;
    /// Whether stdout took everything so far (a full disk does not).
    bool isWritten() const;
    /// "foghornctl: " + the message, made printable, on stderr.
    void complain(const QString &message) const;

    QString inTone(const QString &text, Tone tone) const;
    bool isTerminal() const { return m_isTerminal; }
    /// Columns of the terminal; 0 when it is none.
    int width() const { return m_width; }

private:
    bool m_isTerminal = false;
    bool m_hasColour = false;
    int m_width = 0;
};

} // namespace foghorn
