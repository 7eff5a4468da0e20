#include "core/fleetfile/envfile.h"

#include "core/fleetfile/filetext.h"

#include <algorithm>

namespace foghorn {
namespace {

// far more than any service has; bounds the work of keeping them in order
constexpr qsizetype mostVariables = 2000;

bool isNameStart(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; }

/// Walks over dotenv text line by line.
class EnvironmentReader
{
public:
    EnvironmentReader(const QString &text, quint32 file, FaultList &faults)
        : m_text(text)
        , m_file(file)
        , m_faults(faults)
    {
    }

    EnvironmentList read()
    {
        while (m_at < m_text.size())
            readLine();
        return m_list;
    }

private:
    QChar current() const { return m_at < m_text.size() ? m_text[m_at] : QChar(u'\n'); }
    void advance()
    {
        if (current() == u'\n') {
            ++m_line;
            m_lineStart = m_at + 1;
        }
        ++m_at;
    }
    void skipBlanks()
    {
        while (current() == u' ' || current() == u'\t' || current() == u'\r')
            ++m_at;
    }
    void skipLine()
    {
        while (current() != u'\n')
            ++m_at;
        advance();
    }
    void refuse(const QString &what, const QString &remedy)
    {
        const Place place{m_file, m_line, static_cast<quint32>(m_at - m_lineStart + 1)};
        m_faults.fault(place, what, remedy);
        skipLine();
    }

    void readLine()
    {
        skipBlanks();
        if (current() == u'#' || current() == u'\n')
            return skipLine();
        if (m_text.mid(m_at).startsWith(u"export ")) {
            m_at += 7;
            skipBlanks();
        }
        const qsizetype start = m_at;
        while (current() != u'\n' && current() != u'=' && current() != u' ')
            ++m_at;
        const QString name = m_text.mid(start, m_at - start).toString();
        if (!isVariableName(name)) {
            m_at = start;
            return refuse(QStringLiteral("'%1' is no variable name").arg(name), QStringLiteral("lines are NAME=value"));
        }
        skipBlanks();
        if (current() != u'=')
            return refuse(
                QStringLiteral("'=' is missing after '%1'").arg(name), QStringLiteral("lines are NAME=value"));
        ++m_at;
        skipBlanks();
        if (m_list.size() >= mostVariables)
            return refuse(QStringLiteral("an env_file has at most %1 variables").arg(mostVariables), {});
        if (const auto value = readValue())
            setVariable(m_list, name, *value);
    }

    std::optional<QString> readValue()
    {
        if (current() == u'"' || current() == u'\'')
            return readQuoted(current());
        const qsizetype start = m_at;
        while (current() != u'\n' && !(current() == u'#' && (m_at == start || m_text[m_at - 1].isSpace())))
            ++m_at;
        const QString value = m_text.mid(start, m_at - start).trimmed().toString();
        skipLine();
        return value;
    }

    std::optional<QString> readQuoted(QChar quote)
    {
        const qsizetype start = m_at;
        const quint32 line = m_line;
        const qsizetype lineStart = m_lineStart;
        ++m_at;
        QString value;
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            if (quote == u'"' && m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                value += escaped(m_text[++m_at]);
            else
                value += m_text[m_at];
            advance();
        }
        if (m_at >= m_text.size()) {
            const Place place{m_file, line, static_cast<quint32>(start - lineStart + 1)};
            m_faults.fault(place, QStringLiteral("the closing %1 is missing").arg(quote));
            return std::nullopt;
        }
        ++m_at;
        skipBlanks();
        if (current() != u'#' && current() != u'\n') {
            refuse(QStringLiteral("text after the closing quote"), QStringLiteral("a comment begins with #"));
            return std::nullopt;
        }
        skipLine();
        return value;
    }

    static QString escaped(QChar c)
    {
        switch (c.unicode()) {
        case u'n':
            return QStringLiteral("\n");
        case u't':
            return QStringLiteral("\t");
        case u'r':
            return QStringLiteral("\r");
        case u'"':
        case u'\\':
        case u'$':
            return c;
        default:
            return QStringLiteral("\\") + c;
        }
    }

    QStringView m_text;
    quint32 m_file;
    FaultList &m_faults;
    EnvironmentList m_list;
    qsizetype m_at = 0;
    quint32 m_line = 1;
    qsizetype m_lineStart = 0;
};

} // namespace

bool isVariableName(QStringView text)
{
    return !text.isEmpty() && isNameStart(text.front())
        && std::all_of(text.begin(), text.end(), [](QChar c) { return isNameStart(c) || (c >= u'0' && c <= u'9'); });
}

void setVariable(EnvironmentList &list, const QString &name, const QString &value)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto &each) { return each.first == name; });
    if (found == list.end())
        list.append({name, value});
    else
        found->second = value;
}

std::optional<QString> valueIn(const EnvironmentList &list, const QString &name)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto &each) { return each.first == name; });
    return found == list.end() ? std::nullopt : std::optional(found->second);
}

EnvironmentList parseEnvironmentFile(const QByteArray &text, quint32 file, FaultList &faults)
{
    if (const auto flaw = findFlaw(text)) {
        faults.fault({file, flaw->line, flaw->column}, flaw->what, QStringLiteral("an env_file is UTF-8 text"));
        return {};
    }
    const QString decoded = QString::fromUtf8(text);
    return EnvironmentReader(decoded, file, faults).read();
}

} // namespace foghorn
