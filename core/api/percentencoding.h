#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace foghorn {

/// `text` with its %XX decoded as UTF-8; nothing when an escape is broken, the result is no UTF-8, or holds a NUL.
/// `plusIsBlank` for queries.
std::optional<QString> percentDecoded(QByteArrayView text, bool plusIsBlank = false);

} // namespace foghorn
