#include "core/alerts/alertdispatcher.h"

#include "core/alerts/execsink.h"
#include "core/json/alertsanswer.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

/// What could not be told for so long is news no more.
constexpr auto longestWait = 24h;

QString nameOf(const QUrl &url)
{
    const QString port = url.port() < 0 ? QString() : QString(u':' + QString::number(url.port()));
    return QLatin1String("the webhook at ") + url.host() + port;
}
QString nameOf(const ExecSinkSpec &spec)
{
    return QLatin1String("the program ") + QFileInfo(spec.command.value(0)).fileName();
}

/// The outbox is kept in a file, and what stands in URLs and arguments may be secret.
QString digestOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).left(16).toHex());
}
QString keyOf(const WebhookSpec &spec) { return spec.format + u' ' + digestOf(spec.url); }
QString keyOf(const ExecSinkSpec &spec)
{
    const QString timeout = QString::number(spec.timeout.count());
    return QLatin1String("exec ") + timeout + u' ' + digestOf(QStringList(spec.command).join(QChar(0x1f)));
}

QLatin1String wordOf(AlertChange::What what)
{
    switch (what) {
    case AlertChange::What::Raised:
        return QLatin1String("raised");
    case AlertChange::What::Escalated:
        return QLatin1String("escalated");
    case AlertChange::What::Changed:
        return QLatin1String("changed");
    case AlertChange::What::Resolved:
        return QLatin1String("resolved");
    case AlertChange::What::Reminded:
        return QLatin1String("reminded");
    }
    Q_UNREACHABLE();
}

} // namespace

AlertDispatcher::AlertDispatcher(const AlertBoard &board, QString fleet, QList<QByteArray> environment, QObject *parent)
    : QObject(parent)
    , m_board(board)
    , m_fleet(std::move(fleet))
    , m_environment(std::move(environment))
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &AlertDispatcher::pump);
}

AlertDispatcher::~AlertDispatcher() = default;

void AlertDispatcher::setSinks(const AlertsSpec &spec)
{
    QList<QString> keys;
    QList<QString> feeds;
    for (const WebhookSpec &webhook : spec.webhooks)
        (webhook.format == u"alertmanager" ? feeds : keys).append(keyOf(webhook));
    for (const ExecSinkSpec &exec : spec.exec)
        keys.append(keyOf(exec));
    std::erase_if(m_sinks, [&keys](const auto &entry) { return !keys.contains(entry.first); });
    std::erase_if(m_feeds, [&feeds](const auto &entry) { return !feeds.contains(entry.first); });
    m_outbox.setSinks(keys);
    for (const WebhookSpec &webhook : spec.webhooks) {
        if (webhook.format == u"alertmanager")
            addFeed(webhook);
        else
            addSink(keyOf(webhook), nameOf(QUrl(webhook.url)), std::make_unique<WebhookSink>(QUrl(webhook.url)));
    }
    for (const ExecSinkSpec &exec : spec.exec)
        addSink(keyOf(exec), nameOf(exec), std::make_unique<ExecSink>(exec, m_environment));
}

void AlertDispatcher::addSink(const QString &key, const QString &name, std::unique_ptr<AlertSink> sink)
{
    m_sinks.try_emplace(key, Sink{name, std::move(sink)}); // one that is there may be telling right now
}

void AlertDispatcher::addFeed(const WebhookSpec &spec)
{
    if (m_feeds.contains(keyOf(spec)))
        return;
    const QUrl url(spec.url);
    auto feed = std::make_unique<AlertmanagerFeed>(m_board, url, m_fleet);
    feed->setGeneratorUrl(m_alertsUrl);
    connect(feed.get(), &AlertmanagerFeed::failing, this, [this, name = nameOf(url)](const QString &reason) {
        Q_EMIT noticed(QStringLiteral("Alerts do not reach %1: %2; it is tried again").arg(name, reason));
    });
    connect(feed.get(), &AlertmanagerFeed::recovered, this,
        [this, name = nameOf(url)] { Q_EMIT noticed(QStringLiteral("Alerts reach %1 again").arg(name)); });
    m_feeds.emplace(keyOf(spec), std::move(feed));
}

void AlertDispatcher::setApiUrl(const QString &url)
{
    m_alertsUrl = url + QLatin1String("/api/orchestration/alerts");
    for (const auto &[key, feed] : m_feeds)
        feed->setGeneratorUrl(m_alertsUrl);
}

void AlertDispatcher::restore(const QList<Delivery> &outbox)
{
    for (const Delivery &delivery : outbox)
        queue(delivery);
    pump();
}

void AlertDispatcher::tell(const AlertChange &change)
{
    if (change.what == AlertChange::What::Changed || change.alert.isSilenced() || m_sinks.empty())
        return;
    JsonWriter json;
    json.beginObject();
    json.member(QLatin1String("event"), wordOf(change.what));
    json.member(QLatin1String("fleet"), m_fleet);
    json.key(QLatin1String("url")).textOrNull(m_alertsUrl);
    json.key(QLatin1String("alert"));
    writeAlert(json, change.alert);
    json.endObject();
    const QByteArray body = json.take();
    for (const auto &[key, sink] : m_sinks)
        queue({key, body, Now::read().wall, change.alert.id});
    Q_EMIT outboxChanged();
    pump();
}

void AlertDispatcher::queue(const Delivery &delivery)
{
    const std::size_t dropped = m_outbox.push(delivery);
    const auto sink = m_sinks.find(delivery.sink);
    if (dropped == 0 || sink == m_sinks.end())
        return;
    const QString name = sink->second.name;
    Q_EMIT noticed(dropped == 1 ? QStringLiteral("Too much waits for %1; one word on an alert was dropped").arg(name)
                                : QStringLiteral("Too much waits for %1; %2 words on alerts were dropped")
                                      .arg(name, QString::number(dropped)));
}

void AlertDispatcher::pump()
{
    while (const std::optional<Delivery> delivery = m_outbox.take(Now::read().mono)) {
        m_sinks.at(delivery->sink).sink->tell(delivery->body, [this, delivery = *delivery](const SinkOutcome &outcome) {
            onTold(delivery.sink, delivery, outcome);
        });
    }
    if (const std::optional<MonoTime> due = m_outbox.nextDue())
        m_due.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(*due - Now::read().mono), 1ms));
}

void AlertDispatcher::onTold(const QString &key, const Delivery &delivery, const SinkOutcome &outcome)
{
    const auto sink = m_sinks.find(key);
    if (sink == m_sinks.end())
        return;
    const QString name = sink->second.name;
    const bool wasFailing = m_outbox.isFailing(key);
    const Now now = Now::read();
    if (outcome.kind == SinkOutcome::Kind::Told) {
        m_outbox.finish(key);
        if (wasFailing)
            Q_EMIT noticed(QStringLiteral("Alerts reach %1 again").arg(name));
    } else if (outcome.kind == SinkOutcome::Kind::Refused || now.wall - delivery.queuedAt > longestWait) {
        m_outbox.finish(key);
        Q_EMIT noticed(QStringLiteral("An alert was not taken by %1 and is dropped: %2").arg(name, outcome.reason));
    } else {
        m_outbox.postpone(key, now.mono);
        if (!wasFailing)
            Q_EMIT noticed(QStringLiteral("Alerts do not reach %1: %2; it is tried again").arg(name, outcome.reason));
    }
    Q_EMIT outboxChanged();
    pump();
}

} // namespace foghorn
