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
    if (builder.root() != nullptr)
        return builder.root();
    YamlNode *empty = arena.newNode();
    empty->place = {file, 0, 0};
    empty->weight = 1;
    return empty;
}

} // namespace foghorn
