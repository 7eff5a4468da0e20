#include "core/client/discovery.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>

#include <algorithm>

namespace foghorn {
namespace {

constexpr qint64 longestFile = 4096; ///< bytes of an address or token file that are looked at

Result<QByteArray> firstLineOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("cannot read %1: %2").arg(path, file.errorString())};
    const QByteArray text = file.read(longestFile);
    return text.left(text.indexOf('\n') < 0 ? text.size() : text.indexOf('\n')).trimmed();
}

bool isSameServer(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

Result<ApiTarget> targetIn(const QString &directory)
{
    const Result<QByteArray> address = firstLineOf(directory + QLatin1String("/api.url"));
    if (!address)
        return address.error();
    const Result<QUrl> url = toApiUrl(QString::fromUtf8(address.value()));
    if (!url)
        return url.error();
    const Result<QByteArray> token = firstLineOf(directory + QLatin1String("/token"));
    return ApiTarget{url.value(), token ? token.value() : QByteArray(), directory};
}

Result<ApiTarget> targetAt(const QString &address, const QString &stateRoot)
{
    const Result<QUrl> url = toApiUrl(address);
    if (!url)
        return url.error();
    for (const QString &directory : stateDirectoriesIn(stateRoot)) {
        const Result<ApiTarget> known = targetIn(directory);
        if (known && isSameServer(known.value().url, url.value()))
            return ApiTarget{url.value(), known.value().token, directory};
    }
    return ApiTarget{url.value(), {}, {}};
}

/// Whether the process that wrote itself down as the orchestrator of this directory is still there.
bool isInUse(const QString &directory)
{
    const Result<QByteArray> pid = firstLineOf(directory + QLatin1String("/lock"));
    return pid && pid.value().toLongLong() > 0
        && QFile::exists(QLatin1String("/proc/") + QString::fromLatin1(pid.value()));
}

Result<ApiTarget> onlyTarget(const QString &stateRoot)
{
    QList<QString> directories = stateDirectoriesIn(stateRoot);
    // what was killed has left its address behind, and is meant by nobody while another one runs
    const auto isLeft = [](const QString &directory) { return !isInUse(directory); };
    if (directories.size() > 1 && !std::all_of(directories.cbegin(), directories.cend(), isLeft))
        directories.removeIf(isLeft);
    if (directories.isEmpty())
        return ApiTarget{QUrl(QStringLiteral("http://127.0.0.1:7464")), {}, {}};
    if (directories.size() == 1)
        return targetIn(directories.first());
    QStringList names;
    for (const QString &directory : directories)
        names.append(directory.section(u'/', -1));
    return Error{QStringLiteral("several fleets are here: %1; say which with --fleet NAME").arg(names.join(u", "))};
}

Result<ApiTarget> locate(const DiscoveryWish &wish, const QString &stateRoot)
{
    if (!wish.url.isEmpty())
        return targetAt(wish.url, stateRoot);
    if (!wish.stateDirectory.isEmpty())
        return targetIn(QDir::cleanPath(QDir(wish.stateDirectory).absolutePath()));
    if (!wish.fleet.isEmpty())
        return targetIn(stateRoot + u'/' + wish.fleet);
    return onlyTarget(stateRoot);
}

} // namespace

QSslConfiguration ApiTarget::tls() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(authorities);
    if (!certificate.isEmpty()) {
        configuration.setLocalCertificateChain(certificate.chain);
        configuration.setPrivateKey(certificate.key);
    }
    return configuration;
}

DiscoveryWish withEnvironment(DiscoveryWish wish)
{
    const auto fill = [](QString &member, const char *variable) {
        if (member.isEmpty())
            member = qEnvironmentVariable(variable);
    };
    fill(wish.certificates, "FOGHORN_CA");
    // a pair: who names one of them does not mean the other one of the environment
    if (wish.certificate.isEmpty() && wish.key.isEmpty()) {
        fill(wish.certificate, "FOGHORN_CERT");
        fill(wish.key, "FOGHORN_KEY");
    }
    return wish;
}

Result<QUrl> toApiUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        return Error{QStringLiteral("'%1' is no address; one looks like http://127.0.0.1:7464").arg(text)};
    return url;
}

QString defaultStateRoot()
{
    const QString home = qEnvironmentVariable("XDG_STATE_HOME");
    // The XDG specification: a relative path there is to be ignored.
    const bool isUsable = QDir::isAbsolutePath(home);
    return (isUsable ? home : QDir::homePath() + QLatin1String("/.local/state")) + QLatin1String("/foghorn");
}

QList<QString> stateDirectoriesIn(const QString &root)
{
    QList<QString> found;
    const QDir directory(root);
    for (const QString &name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString path = directory.absoluteFilePath(name);
        if (QFile::exists(path + QLatin1String("/api.url")))
            found.append(path);
    }
    return found;
}

std::optional<QByteArray> renewedToken(const ApiTarget &target)
{
    if (target.stateDirectory.isEmpty())
        return std::nullopt;
    const Result<QByteArray> token = firstLineOf(target.stateDirectory + QLatin1String("/token"));
    const bool isNew = token && !token.value().isEmpty() && token.value() != target.token;
    return isNew ? std::optional(token.value()) : std::nullopt;
}

Result<ApiTarget> discover(const DiscoveryWish &wish, const QString &stateRoot)
{
    Result<ApiTarget> target = locate(wish, stateRoot);
    if (!target)
        return target;
    if (!wish.certificates.isEmpty()) {
        target.value().authorities =
            QSslCertificate::fromPath(wish.certificates, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
        if (target.value().authorities.isEmpty())
            return Error{QStringLiteral("%1 holds no certificate in PEM form").arg(wish.certificates)};
    }
    if (!wish.certificate.isEmpty() || !wish.key.isEmpty()) {
        Result<ClientCertificate> certificate = readClientCertificate(wish.certificate, wish.key);
        if (!certificate)
            return certificate.error();
        target.value().certificate = std::move(certificate).value();
    }
    if (wish.tokenFile.isEmpty())
        return target;
    const Result<QByteArray> token = firstLineOf(wish.tokenFile);
    if (!token)
        return token.error();
    target.value().token = token.value();
    return target;
}

} // namespace foghorn
