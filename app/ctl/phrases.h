#pragma once

#include "app/ctl/table.h"

#include <QJsonObject>

namespace foghorn {

/// "✓ running", "▲ running, degraded", "✕ failed" … from the API's words.
Cell stateCell(const QString &status, const QString &state, const QString &health);
/// "✓ healthy", "▲ degraded", "◆ unhealthy", "? unknown"
Cell healthCell(const QString &health);
/// How long before now an RFC 3339 time was: "just now", "5 s ago", "3 min ago", "2 h ago", "4 days ago";
/// "in 5 s" for one to come; "-" for none.
QString agoOf(const QJsonValue &time);
/// "99.50 %" or "-"
QString percentOf(const QJsonValue &percent);
/// A number or text as it is; "-" for null or missing.
QString plainOf(const QJsonValue &value);
/// The strings of a JSON array.
QStringList wordsOf(const QJsonValue &array);

} // namespace foghorn
