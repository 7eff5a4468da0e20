#include "core/health/probewords.h"

#include "core/base/names.h"

namespace foghorn {

QString spoken(milliseconds duration)
{
    if (duration < 1s)
        return QString::number(duration.count()) + QStringLiteral(" ms");
    return QString::number(static_cast<double>(duration.count()) / 1000.0, 'g', 10) + QStringLiteral(" s");
}

QString shownLine(QStringView text)
{
    constexpr qsizetype longest = 200;
    // Cut first, so that a huge text costs nothing; escapes may lengthen it again.
    QString line = printable(text.trimmed().left(longest));
    if (line.size() > longest || text.trimmed().size() > longest)
        line = line.left(longest - 1) + QChar(0x2026);
    return line;
}

QString socketTrouble(QAbstractSocket::SocketError error, const QString &errorText, const QString &host)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QStringLiteral("connection refused");
    case QAbstractSocket::RemoteHostClosedError:
        return QStringLiteral("connection closed before an answer");
    case QAbstractSocket::HostNotFoundError:
        return QStringLiteral("host '%1' not found").arg(shownLine(host));
    case QAbstractSocket::SocketResourceError:
        return QStringLiteral("no file descriptors left in foghorn");
    default:
        return shownLine(errorText);
    }
}

} // namespace foghorn
