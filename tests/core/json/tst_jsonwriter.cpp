#include "core/json/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace foghorn;

/// What it writes, every JSON reader takes.
class TestJsonWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void membersKeepTheirOrder();
    void texts_data();
    void texts();
    void numbers_data();
    void numbers();
};

void TestJsonWriter::membersKeepTheirOrder()
{
    JsonWriter json;
    json.beginObject();
    json.member(QLatin1String("z"), 1);
    json.key(QLatin1String("a")).beginArray().value(true).null().beginObject().endObject().endArray();
    json.member(QLatin1String("m"), QList<QString>{QStringLiteral("x"), QStringLiteral("y")});
    json.key(QLatin1String("r")).beginObject().raw(R"("k":1)").raw(R"("l":2)").endObject();
    json.endObject();
    QCOMPARE(json.bytes(), QByteArray(R"({"z":1,"a":[true,null,{}],"m":["x","y"],"r":{"k":1,"l":2}})"));
}

void TestJsonWriter::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << QStringLiteral("edge") << QByteArray("\"edge\"");
    QTest::newRow("quotes") << QStringLiteral("a\"b\\c") << QByteArray(R"("a\"b\\c")");
    QTest::newRow("controls") << QStringLiteral("a\n\r\t\x1b\x7f") << QByteArray(R"("a\n\r\t\u001b\u007f")");
    QTest::newRow("misleading") << QStringLiteral("\u009b2J\u202ex\u2066\u2028\u200f")
                                << QByteArray(R"("\u009b2J\u202ex\u2066\u2028\u200f")");
    QTest::newRow("nul") << QString(QChar(0)) << QByteArray(R"("\u0000")");
    QTest::newRow("two bytes") << QStringLiteral("é") << QByteArray("\"\xc3\xa9\"");
    QTest::newRow("three bytes") << QStringLiteral("•") << QByteArray("\"\xe2\x80\xa2\"");
    QTest::newRow("four bytes") << QString::fromUtf8("\xf0\x9f\x9a\xa2") << QByteArray("\"\xf0\x9f\x9a\xa2\"");
    QTest::newRow("high alone") << QString(QChar(0xD83D)) << QByteArray("\"\xef\xbf\xbd\"");
    QTest::newRow("low alone") << QString(QChar(0xDEA2)) + u'x' << QByteArray("\"\xef\xbf\xbdx\"");
}

void TestJsonWriter::texts()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, written);
    JsonWriter json;
    json.value(text);
    QCOMPARE(json.bytes(), written);
    QVERIFY(!QJsonDocument::fromJson("[" + json.bytes() + "]").isNull());
}

void TestJsonWriter::numbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("whole") << 60.0 << QByteArray("60");
    QTest::newRow("decimals") << 12.5 << QByteArray("12.5");
    QTest::newRow("rounded") << 99.99961 << QByteArray("100");
    QTest::newRow("hundred") << 100.0 << QByteArray("100");
    QTest::newRow("tiny") << 0.0001 << QByteArray("0");
    QTest::newRow("negative tiny") << -0.0001 << QByteArray("0");
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QByteArray("null");
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray("null");
}

void TestJsonWriter::numbers()
{
    QFETCH(double, number);
    QFETCH(QByteArray, written);
    JsonWriter json;
    json.value(number);
    QCOMPARE(json.bytes(), written);
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
