#include "core/api/tokenstore.h"

#include "core/api/unixsocket.h"
#include "core/base/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace foghorn {
namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr qsizetype shortestToken = 32;
constexpr qint64 longestToken = 256;

QByteArray freshToken()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->generate(random.begin(), random.end());
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<QByteArray> createToken(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::NewOnly, ownerOnly))
        return Error{QStringLiteral("cannot create the token file %1: %2").arg(path, file.errorString())};
    QByteArray token = freshToken();
    if (file.write(token + '\n') != token.size() + 1 || !file.flush()) {
        const QString reason = file.errorString();
        file.remove();
        return Error{QStringLiteral("cannot write the token file %1: %2").arg(path, reason)};
    }
    return token;
}

Result<void> checkGuarded(const QFileInfo &info)
{
    const QString path = info.filePath();
    if (info.isSymLink() || !info.isFile())
        return Error{QStringLiteral("%1 is no regular file; remove it and a new token is made").arg(path)};
    if (info.ownerId() != ownUserId())
        return Error{
            QStringLiteral("the token file %1 belongs to user id %2, not to us; remove it and a new token is made")
                .arg(path)
                .arg(info.ownerId())};
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (info.permissions() & others)
        return Error{QStringLiteral("other users may have read the token file %1; remove it, and a new token is made "
                                    "(or chmod 600 it if you trust them)")
                         .arg(path)};
    return {};
}

Result<QByteArray> readToken(const QString &path)
{
    if (const Result<void> guarded = checkGuarded(QFileInfo(path)); !guarded)
        return guarded.error();
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return Error{QStringLiteral("cannot read the token file %1: %2").arg(path, file.errorString())};
    const QByteArray token = file.read(longestToken).trimmed();
    const bool isPlain = std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (token.size() < shortestToken || !isPlain)
        return Error{
            QStringLiteral("the token file %1 does not hold a token of at least 32 characters; remove it and a "
                           "new token is made")
                .arg(path)};
    return token;
}

Result<QByteArray> openToken(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink() ? readToken(path) : createToken(path);
}

} // namespace

Result<TokenDigests> openTokens(const QString &stateDirectory)
{
    const QDir directory(stateDirectory);
    const Result<QByteArray> operate = openToken(directory.filePath(tokenFileName(Role::Operator)));
    if (!operate)
        return operate.error();
    const Result<QByteArray> view = openToken(directory.filePath(tokenFileName(Role::Viewer)));
    if (!view)
        return view.error();
    return TokenDigests{TokenDigests::digestOf(operate.value()), TokenDigests::digestOf(view.value())};
}

QString tokenFileName(Role role)
{
    return role == Role::Operator ? QStringLiteral("token") : QStringLiteral("token.viewer");
}

Result<QByteArray> renewToken(const QString &stateDirectory, Role role)
{
    const QString path = QDir(stateDirectory).filePath(tokenFileName(role));
    const QFileInfo info(path);
    if (info.exists() || info.isSymLink()) {
        if (const Result<void> guarded = checkGuarded(info); !guarded)
            return guarded.error();
    }
    const QByteArray token = freshToken();
    QSaveFile file(path); // beside it under a name of its own, made with O_EXCL
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(token + '\n') != token.size() + 1
        || !commitWhole(file))
        return Error{
            QStringLiteral("cannot replace the token file %1: %2; the old token stays").arg(path, file.errorString())};
    return TokenDigests::digestOf(token);
}

} // namespace foghorn
