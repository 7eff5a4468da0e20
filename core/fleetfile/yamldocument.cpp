#include "core/fleetfile/yamldocument.h"

#include "core/fleetfile/yamltreebuilder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

namespace foghorn {
namespace {

/// Lets the parser read our bytes without a copy of them.
class BytesBuffer final : public std::streambuf
{
public:
    explicit BytesBuffer(const QByteArray &bytes)
    {
        // streambuf wants char *, but never writes into its get area
        char *begin = const_cast<char *>(bytes.constData());
        setg(begin, begin, begin + bytes.size());
    }
};

/// The index of a place in the text; columns count bytes.
qsizetype offsetOf(const QByteArray &text, const Place &place)
{
    qsizetype at = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    for (quint32 line = 1; line < place.line && at > -1; ++line) {
        const qsizetype end = text.indexOf('\n', at);
        at = end < 0 ? text.size() : end + 1;
    }
    return at + static_cast<qsizetype>(place.column) - 1;
}

/// Whether the quoted text at `place` has its closing quote. The parser takes the end of the file for one.
bool isClosed(const QByteArray &text, const Place &place)
{
    qsizetype at = offsetOf(text, place);
    while (at < text.size() && (text[at] == '&' || text[at] == '!')) { // an anchor or tag stands before it
        while (at < text.size() && !QByteArrayView(" \t\r\n").contains(text[at]))
            ++at;
        while (at < text.size() && QByteArrayView(" \t\r\n").contains(text[at]))
            ++at;
    }
    if (at >= text.size() || (text[at] != '"' && text[at] != '\''))
        return true; // a block
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        const bool escapes = quote == '"' && text[at] == '\\';
        const bool doubles = quote == '\'' && text[at] == quote && text.mid(at + 1, 1) == "'";
        if (escapes || doubles)
            ++at;
        else if (text[at] == quote)
            return true;
    }
    return false;
}

Place placeOf(const YAML::Mark &mark, quint32 file)
{
    if (mark.is_null())
        return {file, 0, 0};
    return {file, static_cast<quint32>(mark.line + 1), static_cast<quint32>(mark.column + 1)};
}

} // namespace

const YamlNode *readYaml(
    const QByteArray &text, quint32 file, YamlArena &arena, FaultList &faults, const YamlBounds &bounds)
{
    YamlTreeBuilder builder(file, arena, faults, bounds);
    try {
        BytesBuffer buffer(text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) { }
    } catch (const YamlRefused &refused) {
        faults.fault(refused.place, refused.what, refused.remedy);
        return nullptr;
    } catch (const YAML::Exception &error) {
        faults.fault(
            placeOf(error.mark, file), QStringLiteral("not valid YAML: %1").arg(QString::fromStdString(error.msg)));
        return nullptr;
    }
    if (builder.lastQuoted() && !isClosed(text, *builder.lastQuoted())) {
        faults.fault(*builder.lastQuoted(), QStringLiteral("not valid YAML: the closing quote is missing"));
        return nullptr;
    }
    if (builder.root() != nullptr)
        return builder.root();
    YamlNode *empty = arena.newNode();
    empty->place = {file, 0, 0};
    empty->weight = 1;
    return empty;
}

} // namespace foghorn
