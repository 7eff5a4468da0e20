#pragma once

#include "core/client/apiclient.h"
#include "core/registry/connectionboard.h"

#include <optional>

namespace foghorn {

/// One question to an orchestrator before a window is connected to it: is it there, does it let us in, as what?
class ConnectionTest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionTest)
public:
    struct Outcome
    {
        bool isAnswered = false; ///< somebody is there
        std::optional<ConnectionState::Refusal> refusal; ///< it does not let us in
        QString reason; ///< one sentence; empty: all is well
        TlsTrouble tls;
        QString version; ///< of the program there
        QString fleet;
        qsizetype services = 0;
        bool mayOperate = false;

        bool isWell() const { return reason.isEmpty(); }
    };

    /// `program`: who asks, for the journal there.
    ConnectionTest(const ApiTarget &target, const QByteArray &program, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Asks once.
    void begin();

Q_SIGNALS:
    /// Comes once for each begin(), within a quarter of a minute.
    void ended(const foghorn::ConnectionTest::Outcome &outcome);

private:
    void take(const Result<ApiAnswer> &answer);

    ApiClient m_client;
    TlsTrouble m_trouble;
};

} // namespace foghorn
