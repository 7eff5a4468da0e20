#include "core/fleetfile/pathpattern.h"

#include <QFile>

#include <algorithm>

#include <glob.h>

namespace foghorn {
namespace {

bool isWildcard(QChar c) { return c == u'*' || c == u'?' || c == u'['; }

} // namespace

bool isPattern(const QString &path) { return std::any_of(path.begin(), path.end(), isWildcard); }

QList<QString> filesMatching(const QString &pattern)
{
    QList<QString> matches;
    glob_t found{};
    if (glob(QFile::encodeName(pattern).constData(), GLOB_NOSORT, nullptr, &found) == 0) {
        for (std::size_t i = 0; i < found.gl_pathc; ++i)
            matches.append(QFile::decodeName(found.gl_pathv[i]));
    }
    globfree(&found);
    std::sort(matches.begin(), matches.end());
    return matches;
}

QString fixedFolderOf(const QString &pattern)
{
    const auto wildcard = std::find_if(pattern.begin(), pattern.end(), isWildcard);
    const qsizetype slash = pattern.left(wildcard - pattern.begin()).lastIndexOf(u'/');
    return slash < 0 ? QStringLiteral(".") : slash == 0 ? QStringLiteral("/") : pattern.left(slash);
}

} // namespace foghorn
