#pragma once

#include "core/client/apiclient.h"
#include "core/json/fleetpage.h"
#include "core/registry/connectionboard.h"

#include <QObject>

namespace foghorn {

/// Asks for the whole picture of a fleet, page by page, so that neither end writes or reads much in one turn. A fleet
/// that changes its outline meanwhile is asked for anew.
class FleetFetch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetFetch)
public:
    /// The client must outlive it.
    explicit FleetFetch(ApiClient &client, QObject *parent = nullptr);
    ~FleetFetch() override;

    /// One sentence for people about an answer that is no page.
    static QString reasonOf(const ApiAnswer &answer);
    /// What a person must mend about such an answer.
    static ConnectionState::Refusal refusalOf(const ApiAnswer &answer);

    /// What is under way is forgotten.
    void begin();
    void cancel();
    bool isUnderWay() const { return m_isUnderWay; }

Q_SIGNALS:
    /// All services of the fleet in one page.
    void fetched(const foghorn::FleetPage &whole);
    /// Nobody answered, or not now.
    void failed(const QString &reason);
    /// It does not let us, or speaks another language.
    void refused(foghorn::ConnectionState::Refusal refusal, const QString &reason);

private:
    void askFor(qsizetype offset);
    void take(const Result<ApiAnswer> &answer);
    void takePage(const FleetPage &page);

    ApiClient &m_client;
    quint64 m_round = 0; ///< answers to questions of an earlier one are ignored
    bool m_isUnderWay = false;
    FleetPage m_whole;
};

} // namespace foghorn
