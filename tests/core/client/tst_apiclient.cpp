#include "core/client/apiclient.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace foghorn;

namespace {

/// Answers every request with the same bytes and keeps what it was asked.
class CannedServer final : public QObject
{
public:
    explicit CannedServer(QByteArray answer)
        : m_answer(std::move(answer))
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, &CannedServer::onConnection);
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    const QByteArray &asked() const { return m_asked; }

private:
    void onConnection()
    {
        QTcpSocket *socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            m_asked += socket->readAll();
            if (m_asked.contains("\r\n\r\n")) {
                socket->write(m_answer);
                socket->disconnectFromHost();
            }
        });
    }

    QTcpServer m_server;
    QByteArray m_answer;
    QByteArray m_asked;
};

QByteArray answerWith(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + headers + "\r\n" + body;
}

} // namespace

class tst_ApiClient : public QObject
{
    Q_OBJECT

    std::optional<Result<ApiAnswer>> m_answer;
    ApiClient::Handler keep()
    {
        m_answer.reset();
        return [this](const Result<ApiAnswer> &answer) { m_answer = answer; };
    }

private Q_SLOTS:
    void handsOverAnAnswer()
    {
        CannedServer server(answerWith("200 OK", R"({"success":true})", "ETag: \"7\"\r\n"));
        ApiClient client({server.url(), "secret", {}}, "test");
        client.get(ApiClient::apiPath(QStringLiteral("services")), {}, "\"6\"", this, keep());
        QTRY_VERIFY(m_answer.has_value());
        QVERIFY(*m_answer);
        QVERIFY(m_answer->value().isSuccess());
        QVERIFY(m_answer->value().object().value(u"success").toBool());
        QCOMPARE(m_answer->value().etag, QByteArray("\"7\""));
        QVERIFY(server.asked().startsWith("GET /api/orchestration/services HTTP/1.1\r\n"));
        QVERIFY(server.asked().contains("Authorization: Bearer secret\r\n"));
        QVERIFY(server.asked().contains("If-None-Match: \"6\"\r\n"));
    }

    void sendsJsonAlsoWhenThereIsNothingToSay()
    {
        CannedServer server(answerWith("200 OK", "{}"));
        ApiClient client({server.url(), {}, {}}, "test");
        client.post(ApiClient::apiPath(QStringLiteral("start")), {}, this, keep());
        QTRY_VERIFY(m_answer.has_value());
        QVERIFY(server.asked().contains("Content-Type: application/json\r\n"));
        QVERIFY(!server.asked().contains("Authorization"));
    }

    void saysWhyItWasRefused_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("problem");
        QTest::newRow("detail") << QByteArray("409 Conflict")
                                << QByteArray(R"({"title":"Conflict","detail":"use force"})")
                                << QStringLiteral("use force");
        QTest::newRow("title") << QByteArray("401 Unauthorized") << QByteArray(R"({"title":"Unauthorized"})")
                               << QStringLiteral("Unauthorized");
        QTest::newRow("not ours") << QByteArray("502 Bad Gateway") << QByteArray("<html>")
                                  << QStringLiteral("the server answered 502 without saying why; is it Foghorn?");
    }
    void saysWhyItWasRefused()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        CannedServer server(answerWith(status, body));
        ApiClient client({server.url(), {}, {}}, "test");
        client.get(QStringLiteral("/readyz"), this, keep());
        QTRY_VERIFY(m_answer.has_value());
        QVERIFY(*m_answer);
        QTEST(m_answer->value().problem(), "problem");
    }

    void followsNoRedirect()
    {
        CannedServer elsewhere(answerWith("200 OK", "{}"));
        CannedServer server(answerWith("302 Found", {}, "Location: " + elsewhere.url().toEncoded() + "\r\n"));
        ApiClient client({server.url(), "secret", {}}, "test");
        client.get(QStringLiteral("/"), this, keep());
        QTRY_VERIFY(m_answer.has_value());
        QVERIFY(*m_answer);
        QCOMPARE(m_answer->value().status, 302);
        QVERIFY(elsewhere.asked().isEmpty());
    }

    void reportsThatNobodyAnswers()
    {
        QTcpServer unused;
        QVERIFY(unused.listen(QHostAddress::LocalHost));
        const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(unused.serverPort()));
        unused.close();
        ApiClient client({url, "secret", {}}, "test");
        client.get(QStringLiteral("/livez"), this, keep());
        QTRY_VERIFY(m_answer.has_value());
        QVERIFY(!*m_answer);
        QVERIFY(!m_answer->error().text.contains(u"secret"));
    }

    void reportsAServerThatHangsUp()
    {
        CannedServer server("");
        ApiClient client({server.url(), {}, {}}, "test");
        client.get(QStringLiteral("/livez"), this, keep());
        QTRY_VERIFY(m_answer.has_value());
        QVERIFY(!*m_answer);
    }
};

QTEST_GUILESS_MAIN(tst_ApiClient)
#include "tst_apiclient.moc"
