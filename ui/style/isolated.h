#pragma once

#include <QString>

namespace foghorn {

/// A name or message of a service, printable(), as it stands in a sentence of ours: in right-to-left text it is kept
/// apart (U+2068…U+2069), so that its letters, digits and dashes are not mixed up with the words around it.
QString isolated(QStringView text);
/// A sentence without that, for files and other programs.
QString withoutIsolation(QString sentence);

} // namespace foghorn
