#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace foghorn {

/// The bytes of the regular file `path`, at most 64 MiB; else why not, for people.
Result<QByteArray> readFile(const QString &path);

/// Something in a text that may not be there.
struct TextFlaw
{
    quint32 line = 0;
    quint32 column = 0; ///< in bytes
    QString what;
};

/// The first byte of `text` that is not valid UTF-8, or is a control character other than tab and line ends: the YAML
/// parser would take some of these for the end of the file or for another encoding.
std::optional<TextFlaw> findFlaw(const QByteArray &text);

} // namespace foghorn
