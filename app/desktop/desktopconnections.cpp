#include "app/desktop/desktopconnections.h"

#include "core/base/names.h"

#include <QSslCertificate>

#include <algorithm>

namespace foghorn {

namespace {

constexpr const char *Program = "foghorn/" FOGHORN_VERSION;

Result<ApiTarget> targetOf(const ConnectionWish &wish)
{
    DiscoveryWish sought;
    sought.url = wish.stateDirectory.isEmpty() ? wish.profile.url : QString();
    sought.stateDirectory = wish.stateDirectory;
    sought.tokenFile = wish.profile.tokenFile;
    sought.certificates = wish.profile.authorities;
    sought.certificate = wish.profile.ownCertificate;
    sought.key = wish.profile.ownKey;
    Result<ApiTarget> target = discover(withEnvironment(sought), defaultStateRoot());
    if (!target)
        return target;
    if (!wish.token.isEmpty())
        target.value().token = wish.token;
    target.value().authorities += QSslCertificate::fromData(wish.profile.certificate);
    return target;
}

} // namespace

DesktopConnections::DesktopConnections(UserSettings &settings, QObject *parent)
    : ConnectionDesk(parent)
    , m_book(settings)
{
}

DesktopConnections::~DesktopConnections() = default;

QList<FoundFleet> DesktopConnections::found() const
{
    QList<FoundFleet> fleets;
    const QList<QString> directories = stateDirectoriesIn(defaultStateRoot());
    for (const QString &directory : directories) {
        DiscoveryWish wish;
        wish.stateDirectory = directory;
        const Result<ApiTarget> target = discover(wish, {});
        if (target && target.value().url.toString() != m_ownUrl)
            fleets.append({directory.section(u'/', -1), target.value().url.toString(), directory});
    }
    return fleets;
}

ConnectionProfile DesktopConnections::profileOf(const QString &url) const
{
    const QList<ConnectionProfile> &profiles = m_book.profiles();
    const auto found = std::find_if(
        profiles.cbegin(), profiles.cend(), [&url](const ConnectionProfile &each) { return each.url == url; });
    ConnectionProfile unnamed;
    unnamed.url = url;
    return found == profiles.cend() ? unnamed : *found;
}

void DesktopConnections::setShown(const ConnectionProfile &profile)
{
    m_shown = profile;
    m_book.markUsed(profile.name);
    Q_EMIT shownChanged();
}

void DesktopConnections::setOwnFleet(const QString &name, const QString &url)
{
    m_ownFleet = name;
    m_ownUrl = url;
}

void DesktopConnections::rememberDaemon(const QString &stateDirectory)
{
    m_daemon = stateDirectory.isEmpty() ? std::nullopt : DaemonCommand::of(stateDirectory);
}

void DesktopConnections::startDaemon()
{
    if (!m_daemon)
        return;
    if (const Result<void> started = m_daemon->run(); !started)
        Q_EMIT impossible(printable(started.error().text));
}

void DesktopConnections::resolve(const ConnectionWish &wish, QObject *context, Use use)
{
    const Result<ApiTarget> target = targetOf(wish);
    if (!target || !target.value().token.isEmpty() || !wish.profile.tokenFile.isEmpty()) {
        use(target);
        return;
    }
    m_tokens.read(
        wish.profile.url, context, [target, use = std::move(use)](TokenStore::Answer, const QByteArray &token) {
            Result<ApiTarget> withToken = target;
            withToken.value().token = token;
            use(withToken);
        });
}

void DesktopConnections::test(const ConnectionWish &wish, QObject *context, Judge judge)
{
    resolve(wish, context, [context, judge = std::move(judge)](const Result<ApiTarget> &target) {
        if (!target) {
            judge({false, printable(target.error().text), {}, {}});
            return;
        }
        auto *test = new ConnectionTest(target.value(), Program, context);
        connect(test, &ConnectionTest::ended, context, [test, judge](const ConnectionTest::Outcome &outcome) {
            test->deleteLater();
            judge(verdictOf(outcome));
        });
        test->begin();
    });
}

QString DesktopConnections::wellSentence(const ConnectionTest::Outcome &outcome)
{
    //: %1 is a version, %2 the name of a fleet
    const QString who = tr("Foghorn %1 answers and runs “%2” with %Ln service(s).", nullptr, int(outcome.services))
                            .arg(printable(outcome.version), printable(outcome.fleet));
    return outcome.mayOperate ? who : tr("%1 The token may only look.", "after a sentence").arg(who);
}

ConnectionVerdict DesktopConnections::verdictOf(const ConnectionTest::Outcome &outcome)
{
    if (outcome.isWell())
        return {true, wellSentence(outcome), {}, {}};
    QString reason = printable(outcome.reason);
    reason[0] = reason.at(0).toUpper();
    QStringList details = outcome.tls.details.split(u'\n', Qt::SkipEmptyParts);
    for (QString &line : details)
        line = printable(line);
    return {false, reason.endsWith(u'.') ? reason : reason + u'.', details.join(u'\n'), outcome.tls.certificate};
}

void DesktopConnections::connectTo(const ConnectionWish &wish, bool stopsOwn)
{
    if (!wish.token.isEmpty() && wish.stateDirectory.isEmpty())
        m_tokens.write(wish.profile.url, wish.token, this,
            [](TokenStore::Answer) {}); // where there is no key ring it is asked again
    resolve(wish, this, [this, wish, stopsOwn](const Result<ApiTarget> &target) {
        if (target)
            Q_EMIT targetWanted(target.value(), wish.profile, stopsOwn);
        else
            Q_EMIT impossible(printable(target.error().text));
    });
}

} // namespace foghorn
