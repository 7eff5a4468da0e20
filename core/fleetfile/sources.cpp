#include "core/fleetfile/sources.h"

#include "core/fleetfile/filetext.h"
#include "core/fleetfile/pathpattern.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace foghorn {
namespace {

constexpr std::size_t mostFiles = 1000;
constexpr std::size_t deepestInclude = 16;

QString joined(const QString &file, const QString &path)
{
    const QString folder = QFileInfo(file).path();
    if (QDir::isAbsolutePath(path) || folder == QLatin1String("."))
        return path;
    return QDir::cleanPath(folder + QLatin1Char('/') + path);
}

} // namespace

Sources::Document Sources::read(const QString &path)
{
    std::vector<quint32> chain;
    return readFrom(path, chain);
}

quint32 Sources::addOther(const QString &path)
{
    const quint32 file = m_faults.addFile(path);
    const QFileInfo info(path);
    m_sources.push_back({path, info.absoluteFilePath(), info.absolutePath()});
    return file;
}

QString Sources::absolutePath(const Place &place, const QString &path) const
{
    const QString &folder = m_sources[place.file].folder;
    if (path == QLatin1String("."))
        return folder;
    return QDir::cleanPath(QDir::isAbsolutePath(path) ? path : folder + QLatin1Char('/') + path);
}

QList<QString> Sources::files() const
{
    QList<QString> out;
    for (const Source &source : m_sources)
        out.append(source.absolutePath);
    return out;
}

Sources::Document Sources::readFrom(const QString &path, std::vector<quint32> &chain)
{
    const quint32 file = addOther(path);
    Document document{readRoot(file, path), {}};
    if (document.root == nullptr) {
        m_complete = false;
        return document;
    }
    chain.push_back(file);
    readIncludes(document, chain);
    chain.pop_back();
    return document;
}

const YamlNode *Sources::readRoot(quint32 file, const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes) {
        m_faults.fault({file, 0, 0}, bytes.error().text);
        return nullptr;
    }
    if (!checkTrust(file, path))
        return nullptr;
    m_faults.setText(file, bytes.value());
    if (const auto flaw = findFlaw(bytes.value())) {
        m_faults.fault({file, flaw->line, flaw->column}, flaw->what, QStringLiteral("a fleet file is UTF-8 text"));
        return nullptr;
    }
    const YamlNode *root = readYaml(bytes.value(), file, m_arena, m_faults);
    if (root == nullptr || root->isMap())
        return root;
    if (root->kind == YamlNode::Kind::Null)
        m_faults.fault({file, 1, 1}, QStringLiteral("the file is empty"),
            QStringLiteral("a fleet file has at least 'services: {NAME: {command: [PROGRAM]}}'"));
    else
        m_faults.fault(root->place, QStringLiteral("the file is not a map"),
            QStringLiteral("a fleet file has at least 'services: {NAME: {command: [PROGRAM]}}'"));
    return nullptr;
}

bool Sources::checkTrust(quint32 file, const QString &path)
{
    const FileDistrust distrust = distrustOf(path, m_trust);
    if (distrust.what.isEmpty())
        return true;
    m_faults.fault({file, 0, 0}, distrust.what, distrust.remedy);
    return false;
}

void Sources::readIncludes(Document &document, std::vector<quint32> &chain)
{
    const YamlMember *include = document.root->find("include");
    if (include == nullptr)
        return;
    if (include->value->isScalar()) {
        readInclude(document, {nullptr, include->value->place, include->value}, chain);
    } else if (include->value->isList()) {
        for (const YamlMember &entry : include->value->members)
            readInclude(document, entry, chain);
    } else {
        refuse(include->value->place, QStringLiteral("'include' must be a list of files"),
            QStringLiteral("for example include: [more/*.yaml]"));
    }
}

void Sources::readInclude(Document &document, const YamlMember &entry, std::vector<quint32> &chain)
{
    if (!entry.value->isScalar()) {
        refuse(entry.place, QStringLiteral("'include' must be a list of files"),
            QStringLiteral("for example include: [more/*.yaml]"));
        return;
    }
    const QString pattern = QString::fromStdString(entry.value->text);
    const QString path = joined(m_sources[chain.back()].shownPath, pattern);
    if (!isPattern(pattern)) {
        readIncluded(document, path, entry.place, false, chain);
        return;
    }
    const QList<QString> matches = filesMatching(path);
    if (matches.isEmpty() && !QFileInfo(fixedFolderOf(path)).isDir())
        refuse(entry.place, QStringLiteral("no folder for the include '%1'").arg(pattern));
    else if (matches.isEmpty())
        m_faults.warning(entry.place, QStringLiteral("no file matches the include '%1'").arg(pattern));
    for (const QString &match : matches)
        readIncluded(document, match, entry.place, true, chain);
}

void Sources::readIncluded(
    Document &document, const QString &path, const Place &place, bool fromPattern, std::vector<quint32> &chain)
{
    if (!QFileInfo::exists(path)) {
        refuse(place, QStringLiteral("no such file to include: %1").arg(path));
        return;
    }
    if (!QFileInfo(path).isFile()) {
        refuse(place, QStringLiteral("what is to be included is no file: %1").arg(path),
            QStringLiteral("for a folder, include: [%1/*.yaml]").arg(path));
        return;
    }
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (fromPattern && canonical == QFileInfo(m_sources[chain.back()].absolutePath).canonicalFilePath())
        return; // a pattern over one's own folder does not mean oneself
    if (const QString cycle = cycleOf(canonical, chain); !cycle.isEmpty()) {
        refuse(place, QStringLiteral("files include each other: %1").arg(cycle));
        return;
    }
    if (chain.size() >= deepestInclude || m_sources.size() >= mostFiles) {
        refuse(place, QStringLiteral("too many includes"),
            QStringLiteral("at most %1 files, %2 deep").arg(mostFiles).arg(deepestInclude));
        return;
    }
    document.included.push_back(readFrom(path, chain));
}

QString Sources::cycleOf(const QString &canonicalPath, const std::vector<quint32> &chain) const
{
    const auto first = std::find_if(chain.begin(), chain.end(),
        [&](quint32 file) { return QFileInfo(m_sources[file].absolutePath).canonicalFilePath() == canonicalPath; });
    if (first == chain.end())
        return {};
    QString text;
    for (auto at = first; at != chain.end(); ++at)
        text += m_sources[*at].shownPath + QStringLiteral(" -> ");
    return text + m_sources[*first].shownPath;
}

void Sources::refuse(const Place &place, const QString &what, const QString &remedy)
{
    m_complete = false;
    m_faults.fault(place, what, remedy);
}

} // namespace foghorn
