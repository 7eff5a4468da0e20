#pragma once

#include "core/alerts/alertmanagerfeed.h"
#include "core/alerts/openalerts.h"
#include "core/alerts/outbox.h"
#include "core/model/alertspec.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace foghorn {

/// Tells the sinks of the fleet file. What a webhook or program is to hear waits in an outbox until it has heard it, in
/// order; an Alertmanager is kept up to date by its own feed.
class AlertDispatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertDispatcher)
public:
    /// `environment` of programs: "NAME=value", complete. The board must outlive the dispatcher.
    AlertDispatcher(const AlertBoard &board, QString fleet, QList<QByteArray> environment, QObject *parent = nullptr);
    ~AlertDispatcher() override;

    /// Those that stay go on undisturbed; what was to be told to others is dropped.
    void setSinks(const AlertsSpec &spec);
    void setApiUrl(const QString &url);
    /// After setSinks(): what an earlier orchestrator had not told yet.
    void restore(const QList<Delivery> &outbox);
    QList<Delivery> waiting() const { return m_outbox.waiting(); }
    /// Raised, escalated, resolved and reminded are told, unless the alert is silenced.
    void tell(const AlertChange &change);

Q_SIGNALS:
    void outboxChanged();
    /// For people: a sink does not hear, hears again, or something was dropped.
    void noticed(const QString &message);

private:
    struct Sink
    {
        QString name; ///< for people: no secrets of its URL
        std::unique_ptr<AlertSink> sink;
    };
    void addSink(const QString &key, const QString &name, std::unique_ptr<AlertSink> sink);
    void addFeed(const WebhookSpec &spec);
    /// Into the outbox; says so when something has to go for it.
    void queue(const Delivery &delivery);
    void pump();
    void onTold(const QString &key, const Delivery &delivery, const SinkOutcome &outcome);

    const AlertBoard &m_board;
    const QString m_fleet;
    const QList<QByteArray> m_environment;
    QString m_alertsUrl;
    Outbox m_outbox;
    std::unordered_map<QString, Sink> m_sinks;
    std::unordered_map<QString, std::unique_ptr<AlertmanagerFeed>> m_feeds;
    QTimer m_due;
};

} // namespace foghorn
