#pragma once

#include "core/client/apiclient.h"

#include <QObject>
#include <QTimer>

namespace foghorn {

class AlertBoard;

/// Keeps a board of alerts as an orchestrator elsewhere has it. The stream says that something happened; what it is, is
/// asked for.
class AlertFollower final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertFollower)
public:
    /// Both must outlive it.
    AlertFollower(ApiClient &client, AlertBoard &board, QObject *parent = nullptr);
    ~AlertFollower() override;

    /// Asks soon; several wishes in a row are one question.
    void askSoon() { m_soon.start(); }
    /// What is held may be another orchestrator's: the next answer is taken whatever it says.
    void forgetAnswer() { m_etag.clear(); }

private:
    void ask();
    void take(const QJsonObject &answer);

    ApiClient &m_client;
    AlertBoard &m_board;
    QTimer m_soon;
    QByteArray m_etag;
};

} // namespace foghorn
