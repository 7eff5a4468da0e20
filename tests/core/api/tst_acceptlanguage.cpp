#include "core/api/acceptlanguage.h"

#include <QTest>

using namespace foghorn;

/// Which language a browser gets for what it asks.
class TestAcceptLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void prefers_data();
    void prefers();
    void survivesNonsense();
};

void TestAcceptLanguage::prefers_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *header, const char *expected) {
        QTest::newRow(*header ? header : "nothing") << QByteArray(header) << QString::fromLatin1(expected);
    };
    row("", "en");
    row("de", "de");
    row("en", "en");
    row("fr", "en");
    row("DE-at", "de");
    row("de-Latn-AT-1996", "de");
    row("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "de");
    row("en-GB,en;q=0.9,de;q=0.8", "en");
    row("en;q=0.5, de;q=0.8", "de");
    row("de;q=0.5,en;q=0.8", "en");
    row("fr, de;q=0.3", "de");
    row("fr;q=1.0, nl ; q=0.9 , de ; q=0.1", "de");
    row("en, de", "en");
    row("de, en", "de");
    row("de;q=0.7, en;q=0.7", "de");
    row("*", "en");
    row("de;q=0.5, *;q=0.9", "en");
    row("de, *;q=0.1", "de");
    row("en;q=0, *", "de");
    row("de;q=0", "en");
    row("de;q=0.000, en;q=0.001", "en");
    row("de;q=1.000", "de");
    row("deu", "en"); // another tag, not another German
    row("den-GB", "en");
    row("de;q=2", "en");
    row("de;q=1.001", "en");
    row("de;q=0.1234", "en");
    row("de;q=-1", "en");
    row("de;q=zero", "en");
    row("de;level=1", "en");
    row(",,;q=1,de", "de");
}

void TestAcceptLanguage::prefers()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, expected);
    QCOMPARE(toWord(preferredLanguage(header)), expected);
}

void TestAcceptLanguage::survivesNonsense()
{
    for (const QByteArray &header : QList<QByteArray>{";", ",", "-", ";q=", "q=1", QByteArray(8000, ','),
             QByteArray(8000, '-'), QByteArray("\xff\xfe\0,;", 5), QByteArray(4000, 'd') + ";q=1"})
        QCOMPARE(preferredLanguage(header), Language::English);
}

QTEST_GUILESS_MAIN(TestAcceptLanguage)
#include "tst_acceptlanguage.moc"
