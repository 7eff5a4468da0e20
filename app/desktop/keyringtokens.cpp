#include "app/desktop/keyringtokens.h"

#include "ui/models/connectionprofile.h"

#include <QTimer>

#ifdef FOGHORN_KEYRING
#include <qt6keychain/keychain.h>
#endif

#include <chrono>
#include <memory>

namespace foghorn {

#ifdef FOGHORN_KEYRING

namespace {

using namespace std::chrono_literals;

constexpr auto Patience = 2'000ms;

/// The folder of the key ring, as people see it in its own window.
QString folder() { return QStringLiteral("Foghorn"); }

TokenStore::Answer answerOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return TokenStore::Answer::Done;
    case QKeychain::EntryNotFound:
        return TokenStore::Answer::NotThere;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return TokenStore::Answer::NoKeyRing;
}

/// Begins the job, which owns itself, and calls `tell` once: with what came of it, or that nobody answered in time.
template<typename Job, typename Tell> void begin(Job *job, const QString &url, QObject *context, Tell tell)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(ConnectionProfileCheck::placeOf(url));
    const auto isTold = std::make_shared<bool>(false);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, tell, isTold] {
        if (!std::exchange(*isTold, true))
            tell(answerOf(job->error()), job);
    });
    QTimer::singleShot(Patience, context, [tell, isTold] {
        if (!std::exchange(*isTold, true))
            tell(TokenStore::Answer::NoKeyRing, nullptr);
    });
    job->start();
}

} // namespace

void KeyringTokens::read(const QString &url, QObject *context, Reader reader)
{
    begin(new QKeychain::ReadPasswordJob(folder()), url, context,
        [reader = std::move(reader)](Answer answer, const QKeychain::ReadPasswordJob *job) {
            const bool isThere = answer == Answer::Done && job;
            reader(answer, isThere ? job->textData().toUtf8() : QByteArray());
        });
}

void KeyringTokens::write(const QString &url, const QByteArray &token, QObject *context, Writer writer)
{
    auto *job = new QKeychain::WritePasswordJob(folder());
    job->setTextData(QString::fromUtf8(token));
    begin(job, url, context,
        [writer = std::move(writer)](Answer answer, const QKeychain::WritePasswordJob *) { writer(answer); });
}

void KeyringTokens::forget(const QString &url)
{
    auto *job = new QKeychain::DeletePasswordJob(folder());
    begin(job, url, job, [](Answer, const QKeychain::DeletePasswordJob *) {});
}

#else

void KeyringTokens::read(const QString &, QObject *context, Reader reader)
{
    QTimer::singleShot(0, context, [reader = std::move(reader)] { reader(Answer::NoKeyRing, {}); });
}

void KeyringTokens::write(const QString &, const QByteArray &, QObject *context, Writer writer)
{
    QTimer::singleShot(0, context, [writer = std::move(writer)] { writer(Answer::NoKeyRing); });
}

void KeyringTokens::forget(const QString &) { }

#endif

} // namespace foghorn
