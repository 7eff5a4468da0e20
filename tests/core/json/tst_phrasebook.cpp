#include "core/json/phrasebook.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace foghorn;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject textsOf(Language language)
{
    return QJsonDocument::fromJson(
        bytesOf(QLatin1String(":/foghorn/words/") + toWord(language) + QLatin1String(".json")))
        .object();
}

/// Of a plain text one, of a counted one both.
QStringList formsOf(const QJsonValue &value)
{
    if (!value.isObject())
        return {value.toString()};
    return {value[u"one"].toString(), value[u"other"].toString()};
}

QSet<QString> placesIn(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    QSet<QString> places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places.insert(found.next().captured());
    return places;
}

} // namespace

/// The texts of all languages fit each other and the sources that say them.
class TestPhrasebook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void languagesSayTheSame();
    void everyTextIsSaidAndNoneIsMissing();
    void fillsIn();
    void counts();
    void valuesAreNotFilledIn();
    void givesSomeAsJson();
    void knowsItsLanguages();
};

void TestPhrasebook::languagesSayTheSame()
{
    const QJsonObject english = textsOf(Language::English);
    QVERIFY(english.size() > 100);
    for (const Language language : allLanguages) {
        const QJsonObject texts = textsOf(language);
        QCOMPARE(texts.keys(), english.keys());
        for (auto at = texts.constBegin(); at != texts.constEnd(); ++at) {
            const QByteArray where = toWord(language).data() + QByteArray(" ") + at.key().toUtf8();
            QVERIFY2(at.value().isObject() == english[at.key()].isObject(), where);
            const QSet<QString> places = placesIn(formsOf(english[at.key()]).constLast());
            const QStringList forms = formsOf(at.value());
            for (const QString &form : forms) {
                QVERIFY2(!form.isEmpty() && form == form.trimmed(), where);
                // "the one service" needs no number
                QVERIFY2(placesIn(form) == places || (at.value().isObject() && placesIn(form).isEmpty()), where);
            }
        }
    }
}

void TestPhrasebook::everyTextIsSaidAndNoneIsMissing()
{
    const QString root = qEnvironmentVariable("FOGHORN_SOURCE");
    QString sources = QString::fromUtf8(bytesOf(root + QStringLiteral("/resources/statuspage/page.js")));
    for (const char *folder : {"/core/json", "/core/api"}) {
        for (QDirIterator files(root + QLatin1String(folder), {QStringLiteral("*.cpp")}); files.hasNext();)
            sources += QString::fromUtf8(bytesOf(files.next()));
    }
    static const QRegularExpression key(QStringLiteral(
        "[\"`]((look|headline|why|page|column|time|number|live|shown|strip|event)\\.[A-Za-z0-9?]+)[\"`]"));
    QSet<QString> said;
    for (auto found = key.globalMatch(sources); found.hasNext();)
        said.insert(found.next().captured(1));
    said.subtract({QStringLiteral("page.css"), QStringLiteral("page.js")}); // files
    QVERIFY(said.size() > 80);
    const QJsonObject texts = textsOf(Language::English);
    for (const QString &one : std::as_const(said))
        QVERIFY2(texts.contains(one), qPrintable(one));
    const QStringList keys = texts.keys();
    for (const QString &one : keys) {
        const bool isByWord = one.startsWith(u"event.") && one.count(u'.') == 2; // by a stable word of the journal
        QVERIFY2(isByWord || said.contains(one), qPrintable(one));
    }
}

void TestPhrasebook::fillsIn()
{
    const Phrasebook &english = Phrasebook::of(Language::English);
    QCOMPARE(english("look.failed"), QStringLiteral("Failed"));
    QCOMPARE(english("why.attempt", QStringLiteral("restarting"), 2, 3), QStringLiteral("restarting (2 of 3)"));
    QCOMPARE(Phrasebook::of(Language::German)("why.exit", 7), QStringLiteral("Exit-Code 7"));
    QVERIFY(english("no.such").isEmpty());
}

void TestPhrasebook::counts()
{
    const Phrasebook &english = Phrasebook::of(Language::English);
    const Phrasebook &german = Phrasebook::of(Language::German);
    QCOMPARE(english.counted("shown.all", 1), QStringLiteral("1 service"));
    QCOMPARE(english.counted("shown.all", 0), QStringLiteral("0 services"));
    QCOMPARE(german.counted("headline.down", 1, german.counted("headline.ofServices", 10)),
        QStringLiteral("1 von 10 Diensten ist ausgefallen"));
    QCOMPARE(german.counted("headline.down", 2, german.counted("headline.ofServices", 10)),
        QStringLiteral("2 von 10 Diensten sind ausgefallen"));
    QCOMPARE(english.counted("headline.up", 1), QStringLiteral("The one service is up"));
}

void TestPhrasebook::valuesAreNotFilledIn()
{
    const Phrasebook &english = Phrasebook::of(Language::English);
    QCOMPARE(english("why.because", QStringLiteral("%2%1"), QStringLiteral("%1")), QStringLiteral("%2%1: %1"));
}

void TestPhrasebook::givesSomeAsJson()
{
    const QJsonObject some =
        QJsonDocument::fromJson(Phrasebook::of(Language::German).json({QLatin1String("shown.")})).object();
    QCOMPARE(some.keys(), (QStringList{QStringLiteral("shown.all"), QStringLiteral("shown.some")}));
    QCOMPARE(some[u"shown.all"][u"one"].toString(), QStringLiteral("%1 Dienst"));
}

void TestPhrasebook::knowsItsLanguages()
{
    for (const Language language : allLanguages)
        QCOMPARE(languageFromWord(QString(toWord(language))), std::optional(language));
    QCOMPARE(languageFromWord(QStringLiteral("tlh")), std::nullopt);
}

QTEST_GUILESS_MAIN(TestPhrasebook)
#include "tst_phrasebook.moc"
