#include "tests/core/api/fakefleet.h"
#include "tests/core/api/rawclient.h"

#include <QJsonArray>

using namespace foghorn;

namespace {

QSet<QString> namesOf(const QJsonArray &parameters, const QString &place)
{
    QSet<QString> names;
    for (const QJsonValue &parameter : parameters) {
        if (parameter[u"in"] == QJsonValue(place))
            names << parameter[u"name"].toString();
    }
    return names;
}

} // namespace

/// The OpenAPI document says what the router does, no more and no less; and the answers are as it says.
class TestOpenApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fleet.open());
        m_document =
            call(m_fleet.server->port(), request("GET", "/api/orchestration/openapi.json", FakeFleet::operatorToken))
                .json();
        QVERIFY(!m_document.isEmpty());
    }
    void saysItsVersion();
    void everyRouteIsDocumented();
    void everythingDocumentedIsRouted();
    void referencesExist();
    void answersHaveTheDocumentedMembers_data();
    void answersHaveTheDocumentedMembers();

private:
    QJsonObject operation(const Route &route) const
    {
        return m_document[u"paths"][QString::fromLatin1(route.pattern)][QString::fromLatin1(route.method.toLower())]
            .toObject();
    }
    QJsonObject schema(const QString &name) const { return m_document[u"components"][u"schemas"][name].toObject(); }
    void checkReferences(const QJsonValue &value) const;

    FakeFleet m_fleet;
    QJsonObject m_document;
};

void TestOpenApi::saysItsVersion()
{
    QCOMPARE(m_document[u"openapi"], QJsonValue(QStringLiteral("3.1.0")));
    QCOMPARE(m_document[u"info"][u"version"], QJsonValue(QStringLiteral("1.2.3")));
}

void TestOpenApi::everyRouteIsDocumented()
{
    for (const Route &route : m_fleet.server->router().routes()) {
        const QJsonObject documented = operation(route);
        QVERIFY2(!documented.isEmpty(), route.pattern.constData());
        QSet<QString> query;
        for (const QByteArray &name : route.parameters)
            query << QString::fromLatin1(name);
        QCOMPARE(namesOf(documented[u"parameters"].toArray(), QStringLiteral("query")), query);
        QCOMPARE(namesOf(documented[u"parameters"].toArray(), QStringLiteral("path")).size(),
            route.pattern.contains('{') ? 1 : 0);
        QSet<QString> members;
        for (const BodyMember &member : route.members)
            members << member.name;
        const QJsonObject body =
            documented[u"requestBody"][u"content"][u"application/json"][u"schema"][u"properties"].toObject();
        const QList<QString> keys = body.keys();
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()), members);
        QCOMPARE(documented.contains(u"security"), route.access == Access::Open);
        QCOMPARE(documented[u"responses"].toObject().contains(u"404"),
            (route.pattern.contains('{') && route.method != "PUT") || route.parameters.contains("names"));
    }
}

void TestOpenApi::everythingDocumentedIsRouted()
{
    std::size_t documented = 0;
    const QJsonObject paths = m_document[u"paths"].toObject();
    for (const QJsonValue &path : paths)
        documented += static_cast<std::size_t>(path.toObject().size());
    QCOMPARE(documented, m_fleet.server->router().routes().size());
}

void TestOpenApi::checkReferences(const QJsonValue &value) const
{
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            checkReferences(element);
    }
    const QJsonObject object = value.toObject();
    for (auto at = object.begin(); at != object.end(); ++at) {
        if (at.key() == QLatin1String("$ref"))
            QVERIFY2(!schema(at.value().toString().section(u'/', -1)).isEmpty(), qUtf8Printable(at.value().toString()));
        checkReferences(at.value());
    }
}

void TestOpenApi::referencesExist() { checkReferences(m_document); }

void TestOpenApi::answersHaveTheDocumentedMembers_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("name");
    QTest::newRow("services") << QByteArray("/services") << QStringLiteral("Services");
    QTest::newRow("health") << QByteArray("/health") << QStringLiteral("Health");
    QTest::newRow("dependencies") << QByteArray("/dependencies") << QStringLiteral("Dependencies");
    QTest::newRow("metrics") << QByteArray("/metrics") << QStringLiteral("Metrics");
    QTest::newRow("service") << QByteArray("/service/dao") << QStringLiteral("ServiceDetail");
    QTest::newRow("history") << QByteArray("/service/dao/history") << QStringLiteral("History");
    QTest::newRow("events") << QByteArray("/events") << QStringLiteral("Events");
    QTest::newRow("fleet") << QByteArray("/fleet") << QStringLiteral("FleetPage");
    QTest::newRow("alerts") << QByteArray("/alerts") << QStringLiteral("Alerts");
    QTest::newRow("registry") << QByteArray("/registry") << QStringLiteral("Registry");
    QTest::newRow("problem") << QByteArray("/nope") << QStringLiteral("Problem");
}

void TestOpenApi::answersHaveTheDocumentedMembers()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, name);
    const QJsonObject answer =
        call(m_fleet.server->port(), request("GET", "/api/orchestration" + target, FakeFleet::operatorToken)).json();
    const QList<QString> known = schema(name)[u"properties"].toObject().keys();
    for (const QString &member : answer.keys())
        QVERIFY2(known.contains(member), qUtf8Printable(member));
    for (const QJsonValue &member : schema(name)[u"required"].toArray())
        QVERIFY2(answer.contains(member.toString()), qUtf8Printable(member.toString()));
    if (!answer[u"services"].isObject())
        return;
    const QString element =
        schema(name)[u"properties"][u"services"][u"additionalProperties"][u"$ref"].toString().section(u'/', -1);
    QList<QString> inner = schema(element)[u"properties"].toObject().keys();
    QList<QString> given = answer[u"services"][u"dao"].toObject().keys();
    QCOMPARE(given, inner);
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
