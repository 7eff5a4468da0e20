#include "ui/models/connectionbook.h"

#include "ui/models/settingkeys.h"
#include "ui/models/usersettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace foghorn {

namespace {

constexpr std::array TintWords{QLatin1String("none"), QLatin1String("red"), QLatin1String("orange"),
    QLatin1String("green"), QLatin1String("blue"), QLatin1String("violet"), QLatin1String("grey")};

ConnectionTint tintOf(const QString &word)
{
    const auto *const found = std::find(TintWords.begin(), TintWords.end(), word);
    return found == TintWords.end() ? ConnectionTint::None : static_cast<ConnectionTint>(found - TintWords.begin());
}

QJsonObject toJson(const ConnectionProfile &profile)
{
    return {{QStringLiteral("name"), profile.name}, {QStringLiteral("url"), profile.url},
        {QStringLiteral("token_file"), profile.tokenFile}, {QStringLiteral("authorities"), profile.authorities},
        {QStringLiteral("own_certificate"), profile.ownCertificate}, {QStringLiteral("own_key"), profile.ownKey},
        {QStringLiteral("certificate"), QString::fromLatin1(profile.certificate)},
        {QStringLiteral("label"), profile.label},
        {QStringLiteral("colour"), TintWords[static_cast<std::size_t>(profile.tint)]},
        {QStringLiteral("protected"), profile.isProtected}};
}

std::optional<ConnectionProfile> fromJson(const QJsonObject &json)
{
    ConnectionProfile profile;
    const auto text = [&json](QLatin1String name) { return json.value(name).toString(); };
    const auto name = [&text](QLatin1String member) {
        return text(member).simplified().left(ConnectionProfileCheck::LongestName);
    };
    profile.name = name(QLatin1String("name"));
    profile.url = text(QLatin1String("url"));
    profile.tokenFile = text(QLatin1String("token_file"));
    profile.authorities = text(QLatin1String("authorities"));
    profile.ownCertificate = text(QLatin1String("own_certificate"));
    profile.ownKey = text(QLatin1String("own_key"));
    profile.certificate = text(QLatin1String("certificate")).toLatin1();
    profile.label = name(QLatin1String("label"));
    profile.tint = tintOf(text(QLatin1String("colour")));
    profile.isProtected = json.value(QLatin1String("protected")).toBool();
    const bool makesSense = !profile.name.isEmpty() && ConnectionProfileCheck::isAddress(profile.url);
    return makesSense ? std::optional(profile) : std::nullopt;
}

} // namespace

ConnectionBook::ConnectionBook(UserSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    read();
}

ConnectionBook::~ConnectionBook() = default;

qsizetype ConnectionBook::indexOf(const QString &name) const
{
    for (qsizetype i = 0; i < m_profiles.size(); ++i) {
        if (m_profiles.at(i).name == name)
            return i;
    }
    return -1;
}

std::optional<ConnectionProfile> ConnectionBook::find(const QString &name) const
{
    const qsizetype at = indexOf(name);
    return at < 0 ? std::nullopt : std::optional(m_profiles.at(at));
}

bool ConnectionBook::isTaken(const QString &name, const QString &except) const
{
    return name != except && indexOf(name) >= 0;
}

void ConnectionBook::keep(const ConnectionProfile &profile, const QString &formerName)
{
    if (profile.name.isEmpty())
        return;
    if (profile.name != formerName)
        m_profiles.removeIf([&profile](const ConnectionProfile &other) { return other.name == profile.name; });
    const qsizetype at = indexOf(formerName);
    if (at >= 0 && !formerName.isEmpty())
        m_profiles[at] = profile;
    else
        m_profiles.prepend(profile);
    while (m_profiles.size() > Most)
        m_profiles.removeLast();
    write();
}

void ConnectionBook::remove(const QString &name)
{
    const qsizetype at = indexOf(name);
    if (at < 0)
        return;
    m_profiles.removeAt(at);
    write();
}

void ConnectionBook::markUsed(const QString &name)
{
    const qsizetype at = indexOf(name);
    if (at <= 0)
        return;
    m_profiles.move(at, 0);
    write();
}

void ConnectionBook::read()
{
    const QByteArray text = m_settings.value(ConnectionsKey).toString().toUtf8();
    const QJsonArray entries = QJsonDocument::fromJson(text).array();
    for (const QJsonValue &entry : entries) {
        const std::optional<ConnectionProfile> profile = fromJson(entry.toObject());
        if (profile && indexOf(profile->name) < 0 && m_profiles.size() < Most)
            m_profiles.append(*profile);
    }
}

void ConnectionBook::write()
{
    QJsonArray entries;
    for (const ConnectionProfile &profile : std::as_const(m_profiles))
        entries.append(toJson(profile));
    m_settings.setValue(ConnectionsKey, QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact)));
    Q_EMIT changed();
}

} // namespace foghorn
