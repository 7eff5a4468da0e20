#include "core/fleetfile/filetext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace foghorn {
namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;
constexpr qint64 pieceSize = 64 * 1024;

/// The length of the valid UTF-8 sequence at `at`, or 0.
int sequenceLength(const unsigned char *at, const unsigned char *end)
{
    const unsigned char lead = *at;
    if (lead < 0x80)
        return 1;
    const int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || end - at < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    }
    const unsigned char second = at[1];
    const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool surrogate = lead == 0xed && second > 0x9f;
    const bool beyond = lead == 0xf4 && second > 0x8f;
    return overlong || surrogate || beyond ? 0 : length;
}

bool isControl(unsigned char byte)
{
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
}

} // namespace

Result<QByteArray> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{QStringLiteral("no such file")};
    if (info.isDir())
        return Error{QStringLiteral("is a directory, not a file")};
    if (!info.isFile())
        return Error{QStringLiteral("is not a regular file")};
    if (info.size() > largestFile)
        return Error{QStringLiteral("is larger than 64 MiB")};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("cannot be read: %1").arg(file.errorString())};
    // as much as there is, not as much as there may be: the buffer would be that large for as long as the text is kept
    QByteArray bytes = file.read(std::min(file.size(), largestFile) + 1);
    for (QByteArray more; bytes.size() <= largestFile && !(more = file.read(pieceSize)).isEmpty();)
        bytes += more;
    if (file.error() != QFileDevice::NoError)
        return Error{QStringLiteral("cannot be read: %1").arg(file.errorString())};
    if (bytes.size() > largestFile)
        return Error{QStringLiteral("is larger than 64 MiB")};
    return bytes;
}

std::optional<TextFlaw> findFlaw(const QByteArray &text)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(text.constData());
    const auto *end = begin + text.size();
    const auto *lineStart = begin;
    quint32 line = 1;
    for (const auto *at = begin; at < end;) {
        const int length = sequenceLength(at, end);
        if (length == 0 || isControl(*at)) {
            const QString byte = QStringLiteral("0x%1").arg(static_cast<int>(*at), 2, 16, QLatin1Char('0'));
            const QString what = length == 0 ? QStringLiteral("the byte %1 is not UTF-8").arg(byte)
                                             : QStringLiteral("control character %1").arg(byte);
            return TextFlaw{line, static_cast<quint32>(at - lineStart + 1), what};
        }
        at += length;
        if (at[-1] == '\n') {
            ++line;
            lineStart = at;
        }
    }
    return std::nullopt;
}

} // namespace foghorn
