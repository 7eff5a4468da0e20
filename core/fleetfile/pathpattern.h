#pragma once

#include <QList>
#include <QString>

namespace foghorn {

/// Whether `path` has wildcards: * ? [
bool isPattern(const QString &path);
/// The files that match a shell pattern (glob(7)), sorted by name.
QList<QString> filesMatching(const QString &pattern);
/// The folder before the first wildcard: "a/b" of "a/b/*/c.yaml".
QString fixedFolderOf(const QString &pattern);

} // namespace foghorn
