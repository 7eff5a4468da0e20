#pragma once

#include "core/client/apiclient.h"
#include "core/client/logtail.h"
#include "core/registry/servicelogs.h"

#include <QTimer>

namespace foghorn {

/// Lines of some services, asked for one service after the other.
class RemoteLogStream final : public LogStream
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemoteLogStream)
public:
    /// The client must outlive it.
    RemoteLogStream(ApiClient &client, const QList<ServiceId> &services, qsizetype tail);
    ~RemoteLogStream() override;

    void setPaused(bool paused) override;

private:
    struct Reading
    {
        ServiceId service;
        LogTail tail;
        QByteArray etag;
        WallTime lastTime{}; ///< of its last line
        QString fault; ///< as told last
        bool isFirst = true;
    };

    void ask(qsizetype index);
    void take(Reading &reading, const Result<ApiAnswer> &answer);
    void takeLines(Reading &reading, const QByteArray &text);
    void tellFault(Reading &reading, const QString &fault);
    void endRound();

    ApiClient &m_client;
    QList<Reading> m_readings;
    const qsizetype m_tail;
    LogNews m_news; ///< of the round under way
    QTimer m_pause; ///< between two rounds
    bool m_isFirstRound = true;
    bool m_isPaused = false;
    bool m_isAsking = false;
};

} // namespace foghorn
