#pragma once

#include "core/model/servicespec.h"

#include <QAbstractSocket>

namespace foghorn {

/// "5 s", "250 ms", "1.5 s": for sentences.
QString spoken(milliseconds duration);
/// One printable line of at most 200 characters: text of a service, made safe to show.
QString shownLine(QStringView text);
/// Why a connection could not be made or broke, for people: "connection refused".
QString socketTrouble(QAbstractSocket::SocketError error, const QString &errorText, const QString &host);

} // namespace foghorn
