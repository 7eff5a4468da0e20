#include "core/base/names.h"

#include <QTest>

using namespace foghorn;

class TestNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsServiceNames_data();
    void knowsServiceNames();
    void findsTheNearestName();
    void showsWhatCannotBePrinted();
};

void TestNames::knowsServiceNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, const QString &text, bool expected) {
        QTest::newRow(name) << text << expected;
    };
    row("one letter", QStringLiteral("a"), true);
    row("digit first", QStringLiteral("0x"), true);
    row("all kinds", QStringLiteral("fog_co.ordi-nator2"), true);
    row("63 long", QString(63, u'a'), true);
    row("64 long", QString(64, u'a'), false);
    row("empty", QString(), false);
    row("upper case", QStringLiteral("Dao"), false);
    row("dash last", QStringLiteral("dao-"), false);
    row("dot first", QStringLiteral(".dao"), false);
    row("slash", QStringLiteral("a/b"), false);
    row("space", QStringLiteral("a b"), false);
    row("newline last", QStringLiteral("dao\n"), false);
    row("umlaut", QStringLiteral("d\u00e4o"), false);
    row("other digits", QStringLiteral("a\u0661"), false);
}

void TestNames::knowsServiceNames()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(isServiceName(text), expected);
}

void TestNames::findsTheNearestName()
{
    const QList<QString> known{QStringLiteral("scheduler"), QStringLiteral("edge"), QStringLiteral("onion")};
    QCOMPARE(nearestName(u"shceduler", known), QStringLiteral("scheduler"));
    QCOMPARE(nearestName(u"egde", known), QStringLiteral("edge"));
    QCOMPARE(nearestName(u"edge", known), QStringLiteral("edge"));
    QCOMPARE(nearestName(u"database", known), QString());
    QCOMPARE(nearestName(u"ext", {QStringLiteral("beat")}), QString()); // two of three letters are another word
    QCOMPARE(nearestName(u"doa", {QStringLiteral("beat"), QStringLiteral("dao")}), QStringLiteral("dao"));
    QCOMPARE(nearestName(u"", known), QString());
    QCOMPARE(nearestName(QString(10'000, u'e'), known), QString());
}

void TestNames::showsWhatCannotBePrinted()
{
    QCOMPARE(printable(u"plain \u00e4\u4e16"), QStringLiteral("plain \u00e4\u4e16"));
    QCOMPARE(printable(u"\x1b[31m"), QStringLiteral("\\x1b[31m"));
    QCOMPARE(printable(u"a\nb"), QStringLiteral("a\\x0ab"));
    QCOMPARE(printable(u"\u202ex"), QStringLiteral("\\u202ex"));
    QCOMPARE(printable(QString(QChar(0xd800))), QStringLiteral("\\ud800"));
    QCOMPARE(printable(u"\U0001f600"), QStringLiteral("\U0001f600"));
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
