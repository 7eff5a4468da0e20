#include "core/json/prometheustext.h"

#include <QTest>

#include <limits>

using namespace foghorn;

namespace {

constexpr std::array bounds{0.25, 1.0, 10.0};
using Format = PrometheusText::Format;
using Type = PrometheusText::Type;

} // namespace

/// The text is what the formats' descriptions ask for, whatever the values are.
class TestPrometheusText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesFamilies();
    void countersLoseTheirEndingInOpenMetrics();
    void histogramsCountUpwards();
    void numbers_data();
    void numbers();
    void labelsAreEscaped_data();
    void labelsAreEscaped();
    void namesOfLabels();
};

void TestPrometheusText::writesFamilies()
{
    PrometheusText text(Format::Text);
    text.family("a_total", Type::Counter, "How many.");
    text.sample({}, 3);
    text.sample("x=\"y\"", quint64(1) << 40);
    text.family("b", Type::Gauge, "What.");
    text.sample({}, "state", "on", 1);
    text.sample("x=\"y\"", "state", "off", 0.5);
    QCOMPARE(text.take(),
        QByteArray("# HELP a_total How many.\n# TYPE a_total counter\na_total 3\na_total{x=\"y\"} 1099511627776\n"
                   "# HELP b What.\n# TYPE b gauge\nb{state=\"on\"} 1\nb{x=\"y\",state=\"off\"} 0.5\n"));
}

void TestPrometheusText::countersLoseTheirEndingInOpenMetrics()
{
    PrometheusText text(Format::OpenMetrics);
    text.family("a_total", Type::Counter, "How many.");
    text.sample({}, 3);
    QCOMPARE(text.take(), QByteArray("# HELP a How many.\n# TYPE a counter\na_total 3\n# EOF\n"));
}

void TestPrometheusText::histogramsCountUpwards()
{
    Histogram<bounds> values;
    for (const double value : {0.25, 0.5, 1.0, 2.0, 100.0}) // a bound belongs to its bucket
        values.add(value);
    PrometheusText text(Format::Text);
    text.family("h_seconds", Type::Histogram, "How long.");
    text.histogram("s=\"a\"", values);
    QCOMPARE(text.take(),
        QByteArray("# HELP h_seconds How long.\n# TYPE h_seconds histogram\n"
                   "h_seconds_bucket{s=\"a\",le=\"0.25\"} 1\nh_seconds_bucket{s=\"a\",le=\"1.0\"} 3\n"
                   "h_seconds_bucket{s=\"a\",le=\"10.0\"} 4\nh_seconds_bucket{s=\"a\",le=\"+Inf\"} 5\n"
                   "h_seconds_sum{s=\"a\"} 103.75\nh_seconds_count{s=\"a\"} 5\n"));
}

void TestPrometheusText::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("share") << 0.995 << QByteArray("0.995");
    QTest::newRow("time") << 1795393867.042 << QByteArray("1795393867.042");
    QTest::newRow("small") << 1e-9 << QByteArray("1e-09");
    QTest::newRow("none") << std::numeric_limits<double>::quiet_NaN() << QByteArray("NaN");
    QTest::newRow("endless") << std::numeric_limits<double>::infinity() << QByteArray("+Inf");
    QTest::newRow("endless below") << -std::numeric_limits<double>::infinity() << QByteArray("-Inf");
}

void TestPrometheusText::numbers()
{
    QFETCH(double, value);
    QFETCH(QByteArray, expected);
    PrometheusText text(Format::Text);
    text.family("n", Type::Gauge, "N.");
    text.sample({}, value);
    const QByteArray line = "\nn " + expected + "\n";
    QVERIFY(text.take().endsWith(line));
}

void TestPrometheusText::labelsAreEscaped_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QStringLiteral("edge-1") << QByteArray("edge-1");
    QTest::newRow("quote") << QStringLiteral("a\"} 1\nx{y=\"") << QByteArray("a\\\"} 1\\nx{y=\\\"");
    QTest::newRow("backslash") << QStringLiteral("a\\") << QByteArray("a\\\\");
    QTest::newRow("umlaut") << QStringLiteral("\u00fc\u2026") << QStringLiteral("\u00fc\u2026").toUtf8();
    QTest::newRow("beyond 16 bits") << QString::fromUtf8("\xf0\x9f\x93\xaf") << QByteArray("\xf0\x9f\x93\xaf");
    QTest::newRow("control") << QStringLiteral("a\x1b\r\t") + QChar(0)
                             << QByteArray("a") + QByteArray("\xef\xbf\xbd").repeated(4);
    QTest::newRow("lone surrogates") << QString(QChar(0xd83d)) + u'x' + QChar(0xdcef)
                                     << QByteArray("\xef\xbf\xbdx\xef\xbf\xbd");
}

void TestPrometheusText::labelsAreEscaped()
{
    QFETCH(QString, value);
    QFETCH(QByteArray, expected);
    QCOMPARE(PrometheusText::label("l", value), "l=\"" + expected + '"');
}

void TestPrometheusText::namesOfLabels()
{
    QCOMPARE(PrometheusText::labelName(u"team"), QByteArray("team"));
    QCOMPARE(PrometheusText::labelName(u"app.kubernetes.io/Name 1\u00fc"), QByteArray("app_kubernetes_io_Name_1_"));
    QCOMPARE(PrometheusText::labelName(u""), QByteArray());
}

QTEST_GUILESS_MAIN(TestPrometheusText)
#include "tst_prometheustext.moc"
