#include "core/client/fleetfetch.h"

namespace foghorn {
namespace {

constexpr int pageSize = 200;

/// A 404 of a Foghorn from before there was GET /fleet, or of something else.
bool isFinal(int status) { return status == 401 || status == 403 || status == 404; }

} // namespace

FleetFetch::FleetFetch(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}
FleetFetch::~FleetFetch() = default;

QString FleetFetch::reasonOf(const ApiAnswer &answer)
{
    if (answer.status == 404)
        return QStringLiteral("what answers there is no Foghorn, or one that is too old to be watched");
    return answer.problem();
}

ConnectionState::Refusal FleetFetch::refusalOf(const ApiAnswer &answer)
{
    if (answer.status == 401)
        return ConnectionState::Refusal::Token;
    return answer.status == 404 ? ConnectionState::Refusal::Version : ConnectionState::Refusal::Other;
}

void FleetFetch::begin()
{
    ++m_round;
    m_isUnderWay = true;
    m_whole = {};
    askFor(0);
}

void FleetFetch::cancel()
{
    ++m_round;
    m_isUnderWay = false;
}

void FleetFetch::askFor(qsizetype offset)
{
    const QUrlQuery query{
        {QStringLiteral("offset"), QString::number(offset)}, {QStringLiteral("limit"), QString::number(pageSize)}};
    m_client.get(ApiClient::apiPath(QStringLiteral("fleet")), query, {}, this,
        [this, round = m_round](const Result<ApiAnswer> &answer) {
            if (round == m_round)
                take(answer);
        });
}

void FleetFetch::take(const Result<ApiAnswer> &answer)
{
    QString reason;
    std::optional<ConnectionState::Refusal> refusal;
    if (!answer) {
        reason = answer.error().text;
    } else if (!answer.value().isSuccess()) {
        reason = reasonOf(answer.value());
        if (isFinal(answer.value().status))
            refusal = refusalOf(answer.value());
    } else if (const Result<FleetPage> page = fleetPageFromJson(answer.value().body); page) {
        return takePage(page.value());
    } else {
        reason = page.error().text;
        refusal = ConnectionState::Refusal::Version;
    }
    cancel();
    if (refusal)
        Q_EMIT refused(*refusal, reason);
    else
        Q_EMIT failed(reason);
}

void FleetFetch::takePage(const FleetPage &page)
{
    if (page.offset > 0 && page.outlineRevision != m_whole.outlineRevision)
        return begin();
    if (page.offset == 0)
        m_whole = page;
    else
        m_whole.services += page.services;
    const qsizetype next = page.offset + pageSize;
    if (next < page.total && !page.services.isEmpty()) // an empty one would lead to no end
        return askFor(next);
    cancel();
    Q_EMIT fetched(m_whole);
}

} // namespace foghorn
