#include "ui/style/clockwords.h"

#include <QLocale>
#include <QTest>

using namespace foghorn;

/// Times of day are written in one way everywhere: that of the language.
class TestClockWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void areThoseOfTheLanguage_data();
    void areThoseOfTheLanguage();
    void finestAreAsWide();
};

void TestClockWords::areThoseOfTheLanguage_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("exact");
    QTest::addColumn<QString>("finest");
    QTest::newRow("24 hours") << QLocale(QStringLiteral("de_DE")) << QStringLiteral("14:02")
                              << QStringLiteral("14:02:07") << QStringLiteral("14:02:07.012");
    QTest::newRow("12 hours") << QLocale(QStringLiteral("en_US")) << QStringLiteral("2:02 PM")
                              << QStringLiteral("2:02:07 PM") << QStringLiteral("02:02:07.012 PM");
    QTest::newRow("with dots") << QLocale(QStringLiteral("fi_FI")) << QStringLiteral("14.02")
                               << QStringLiteral("14.02.07") << QStringLiteral("14.02.07.012");
    QTest::newRow("seconds in its short form")
        << QLocale::c() << QStringLiteral("14:02") << QStringLiteral("14:02:07") << QStringLiteral("14:02:07.012");
}

void TestClockWords::areThoseOfTheLanguage()
{
    QFETCH(QLocale, locale);
    QLocale::setDefault(locale);
    const QTime time(14, 2, 7, 12);
    const auto plain = [](QString text) { return text.replace(QChar(0x202f), u' ').replace(QChar::Nbsp, u' '); };
    QTEST(plain(shortClock(time)), "brief");
    QTEST(plain(exactClock(time)), "exact");
    QTEST(plain(finestClock(time)), "finest");
}

void TestClockWords::finestAreAsWide()
{
    for (const char *name : {"de_DE", "en_US", "fi_FI", "es_ES"}) {
        QLocale::setDefault(QLocale(QString::fromLatin1(name)));
        QCOMPARE(finestClock(QTime(9, 5, 3, 1)).size(), finestClock(QTime(22, 55, 33, 100)).size());
        QCOMPARE(steadyClock(QTime(9, 5, 3, 1)).size(), steadyClock(QTime(22, 55, 33, 100)).size());
        QCOMPARE(
            steadyClock(QTime(9, 5, 3)).size() + QStringLiteral(".000").size(), finestClock(QTime(9, 5, 3)).size());
    }
}

QTEST_GUILESS_MAIN(TestClockWords)
#include "tst_clockwords.moc"
