#include "core/client/connectiontest.h"

#include "core/client/fleetfetch.h"

namespace foghorn {

ConnectionTest::ConnectionTest(const ApiTarget &target, const QByteArray &program, QObject *parent)
    : QObject(parent)
    , m_client(target, program)
{
    connect(&m_client, &ApiClient::distrusted, this, [this](const TlsTrouble &trouble) { m_trouble = trouble; });
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::begin()
{
    m_trouble = {};
    m_client.get(ApiClient::apiPath(QStringLiteral("fleet")), {{QStringLiteral("limit"), QStringLiteral("1")}}, {},
        this, [this](const Result<ApiAnswer> &answer) { take(answer); });
}

void ConnectionTest::take(const Result<ApiAnswer> &answer)
{
    Outcome outcome;
    outcome.tls = m_trouble;
    outcome.isAnswered = answer.isOk() || !m_trouble.sentence.isEmpty();
    if (!m_trouble.sentence.isEmpty()) {
        outcome.refusal = ConnectionState::Refusal::Certificate;
        outcome.reason = m_trouble.sentence;
    } else if (!answer) {
        outcome.reason = answer.error().text;
    } else if (!answer.value().isSuccess()) {
        outcome.refusal = FleetFetch::refusalOf(answer.value());
        outcome.reason = FleetFetch::reasonOf(answer.value());
    } else if (const Result<FleetPage> page = fleetPageFromJson(answer.value().body); !page) {
        outcome.refusal = ConnectionState::Refusal::Version;
        outcome.reason = page.error().text;
    } else {
        outcome.version = page.value().version;
        outcome.fleet = page.value().fleet;
        outcome.services = page.value().total;
        outcome.mayOperate = page.value().mayOperate;
    }
    Q_EMIT ended(outcome);
}

} // namespace foghorn
