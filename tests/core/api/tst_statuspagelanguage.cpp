#include "core/api/statuspage.h"
#include "tests/core/api/rawclient.h"
#include "tests/core/api/streamfixture.h"

#include <QFile>
#include <QRegularExpression>

using namespace foghorn;

namespace {

/// All texts between two marks, so that what is not among them stands out. It passes for German, because of English
/// some things are the journal's.
QByteArray markedTexts()
{
    QFile file(QStringLiteral(":/foghorn/words/de.json"));
    if (!file.open(QFile::ReadOnly))
        return {};
    QJsonObject texts = QJsonDocument::fromJson(file.readAll()).object();
    const auto marked = [](const QString &text) { return QString(u'\u00ab' + text + u'\u00bb'); };
    for (auto at = texts.begin(); at != texts.end(); ++at) {
        QJsonObject forms = at.value().toObject();
        for (auto form = forms.begin(); form != forms.end(); ++form)
            form.value() = marked(form.value().toString());
        if (at.value().isObject())
            at.value() = forms;
        else if (!at.key().startsWith(u"number."))
            at.value() = marked(at.value().toString());
    }
    return QJsonDocument(texts).toJson();
}

/// What a reader sees or hears of the page and is not between marks.
QStringList unmarked(QString page)
{
    page.remove(QRegularExpression(QStringLiteral("<template id=\"words\">.*</template>"),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::InvertedGreedinessOption));
    QStringList texts;
    static const QRegularExpression spoken(QStringLiteral(" (title|placeholder|aria-label|alt)=\"([^\"]*)\""));
    for (auto found = spoken.globalMatch(page); found.hasNext();)
        texts << found.next().captured(2);
    page.replace(QRegularExpression(QStringLiteral("<[^>]*>")), QStringLiteral("\n"));
    texts << page.split(u'\n', Qt::SkipEmptyParts);
    QStringList out;
    static const QRegularExpression inner(QStringLiteral("\u00ab[^\u00ab\u00bb]*\u00bb"));
    for (QString &text : texts) {
        for (qsizetype before = -1; before != text.size();) { // one within another
            before = text.size();
            text.remove(inner);
        }
        if (text.contains(QRegularExpression(QStringLiteral("[A-Za-z]{2}"))))
            out << text.trimmed();
    }
    return out;
}

} // namespace

/// The status page and its stream in the language that a browser prefers.
class TestStatusPageLanguage : public QObject, private StreamFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(5); }
    void cleanup() { end(); }

    void followsTheBrowser_data();
    void followsTheBrowser();
    void saysAllInGerman();
    void noTextIsOutsideOfTheWords();
    void theScriptHasNoWordsOfItsOwn();
    void eventsAreMadeFromTheirMembers();
    void hostileTextsStayTextInTheWords();
    void theStreamSpeaksTheLanguage();
    void thePublicStreamToo();
    void theApiStaysEnglish();
    void anotherLanguageIsRefused();

private:
    RawReply page(const QByteArray &accepts)
    {
        const QByteArray header = accepts.isNull() ? QByteArray() : "Accept-Language: " + accepts + "\r\n";
        return call(m_fleet->server->port(), request("GET", "/", FakeFleet::viewerToken, {}, header));
    }
    void makeTrouble()
    {
        m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("edge")), {Health::Healthy, 0, 1});
        m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("edge"), false), {Health::Degraded, 1, 0});
        m_fleet->setState(QStringLiteral("dao"), RunState::Failed, Cause::RestartLimit);
        m_fleet->setState(QStringLiteral("harvest"), RunState::Backoff, Cause::StartTimeout);
    }
    Event change(EventKind kind, const char *from, const char *to, const char *cause = "")
    {
        Event event;
        event.at = m_fleet->at;
        event.kind = kind;
        event.service = QStringLiteral("edge");
        event.from = QString::fromLatin1(from);
        event.to = QString::fromLatin1(to);
        event.cause = QString::fromLatin1(cause);
        event.message = QStringLiteral("the sentence of the journal");
        return event;
    }
};

void TestStatusPageLanguage::followsTheBrowser_data()
{
    QTest::addColumn<QByteArray>("accepts");
    QTest::addColumn<QByteArray>("language");
    QTest::newRow("nothing said") << QByteArray() << QByteArray("en");
    QTest::newRow("German") << QByteArray("de-AT,en;q=0.5") << QByteArray("de");
    QTest::newRow("English first") << QByteArray("en-US,de;q=0.5") << QByteArray("en");
    QTest::newRow("neither") << QByteArray("fr,ja;q=0.5") << QByteArray("en");
}

void TestStatusPageLanguage::followsTheBrowser()
{
    QFETCH(QByteArray, accepts);
    QFETCH(QByteArray, language);
    QVERIFY(m_fleet->open());
    const RawReply reply = page(accepts);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("content-language"), language);
    QCOMPARE(reply.headers.value("vary"), QByteArray("Accept-Language"));
    const auto opening = [](const QByteArray &tag) { return QByteArray("<html lang=\"" + tag + "\">"); };
    QVERIFY(reply.body.contains(opening(language)));
    // what was made for one is not given to the other
    const QByteArray other = language == "de" ? "en" : "de";
    QVERIFY(page(other).body.contains(opening(other)));
    QVERIFY(page(accepts).body.contains(opening(language)));
}

void TestStatusPageLanguage::saysAllInGerman()
{
    makeTrouble();
    QVERIFY(m_fleet->open());
    const QByteArray body = page("de").body;
    for (const char *part : {"<title>test: 2 von 5 Diensten sind ausgefallen, 1 braucht Aufmerksamkeit</title>",
             "<b>Ausgefallen</b>", "<b>Läuft · Beeinträchtigt</b>", "<b>Läuft · Noch nicht geprüft</b>",
             "<b>Ausgefallen · Neustart folgt</b>", "startet neu; Ursache: ", "läuft, aber Prüfungen misslingen",
             "letzte 2 Prüfungen: 1 in Ordnung, 1 beeinträchtigt", "Verfügbar 1&nbsp;h",
             "placeholder=\"Name oder Zustand\"", ">Nur was Aufmerksamkeit braucht<", ">Kürzlich<", "Stand</span>",
             "class=\"label\">seit</span>"})
        QVERIFY2(body.contains(part), part);
    for (const char *word : {"Running", "needs", "attention", "Since", "last ", "as of", "Services", "Filter the"})
        QVERIFY2(!body.contains(word), word);
    QVERIFY(body.size() < 60'000);
}

void TestStatusPageLanguage::noTextIsOutsideOfTheWords()
{
    makeTrouble();
    m_fleet->events.append(change(EventKind::StateChanged, "running", "failed", "RestartLimit"));
    const Phrasebook marked(Language::German, markedTexts());
    StatusPage page(m_fleet->registry, m_fleet->events, StreamAudience::Token, marked, "1.2.3");
    const QStringList left = unmarked(QString::fromUtf8(page.html("ticket", m_fleet->at)));
    QVERIFY(left.contains(QStringLiteral("Foghorn 1.2.3"))); // it looks at texts at all
    for (const QString &text : left) {
        const bool isData = QStringList({QStringLiteral("test"), QStringLiteral("test:"),
                                            QStringLiteral("Foghorn 1.2.3"), QStringLiteral("&ndash;")})
                                .contains(text)
            || m_fleet->registry.find(text);
        QVERIFY2(isData, qPrintable(text));
    }
}

void TestStatusPageLanguage::theScriptHasNoWordsOfItsOwn()
{
    QFile file(QStringLiteral(":/foghorn/statuspage/page.js"));
    QVERIFY(file.open(QFile::ReadOnly));
    QString script = QString::fromUtf8(file.readAll());
    script.remove(QRegularExpression(QStringLiteral("^\\s*//.*$|\\s// .*$"), QRegularExpression::MultilineOption));
    QVERIFY(script.contains(QStringLiteral("use strict")));
    const QJsonObject texts =
        QJsonDocument::fromJson(Phrasebook::of(Language::English).json({QLatin1String("")})).object();
    static const QRegularExpression place(QStringLiteral("%\\d"));
    for (auto at = texts.constBegin(); at != texts.constEnd(); ++at) {
        const QString text = at.value().isObject() ? at.value()[u"other"].toString() : at.value().toString();
        const QStringList pieces = text.split(place);
        for (const QString &piece : pieces) {
            const QString words = piece.trimmed();
            if (words.size() > 3 && words.contains(u' '))
                QVERIFY2(!script.contains(words, Qt::CaseInsensitive), qPrintable(words));
        }
    }
    // sentences are in quotes, with a blank or a capital letter; what is left of those are selectors and names
    static const QRegularExpression sentence(
        QStringLiteral("[\"`]([A-Z][a-z]+[ …:][^\"`]*|[a-z]+ [a-z]+ [a-z]+[^\"`]*)[\"`]"));
    const QRegularExpressionMatch found = sentence.match(script);
    QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
}

void TestStatusPageLanguage::eventsAreMadeFromTheirMembers()
{
    const StatusPageWords german(Phrasebook::of(Language::German));
    QCOMPARE(german.event(change(EventKind::StateChanged, "running", "failed", "RestartLimit")),
        QByteArray("<span>edge: läuft → ausgefallen, alle automatischen Neustarts sind verbraucht</span>"));
    QCOMPARE(german.event(change(EventKind::HealthChanged, "healthy", "unhealthy")),
        QByteArray("<span>edge: in Ordnung → gestört</span>"));
    const QByteArray own = "<span lang=\"en\">the sentence of the journal</span>";
    QCOMPARE(german.event(change(EventKind::Reload, "", "")), own);
    QCOMPARE(german.event(change(EventKind::StateChanged, "running", "a state of later days")), own);
    const StatusPageWords english(Phrasebook::of(Language::English));
    QCOMPARE(english.event(change(EventKind::StateChanged, "running", "failed")),
        QByteArray("<span>the sentence of the journal</span>"));
}

void TestStatusPageLanguage::hostileTextsStayTextInTheWords()
{
    const StatusPageWords german(Phrasebook::of(Language::German));
    Event event = change(EventKind::StateChanged, "running", "failed");
    event.service = QStringLiteral("<b>%2%1");
    QCOMPARE(german.event(event), QByteArray("<span>&lt;b&gt;%2%1: läuft → ausgefallen</span>"));
}

void TestStatusPageLanguage::theStreamSpeaksTheLanguage()
{
    StreamClient &german = listen(QStringLiteral("?updates=true&lang=de"));
    StreamClient &english = listen(QStringLiteral("?updates=true"));
    QVERIFY(german.waitFor(1) && english.waitFor(1));
    const QJsonObject first = german.messages.first();
    QCOMPARE(first[u"services"][u"dao"][u"look"][u"text"].toString(), QStringLiteral("Läuft · Noch nicht geprüft"));
    m_fleet->setState(QStringLiteral("edge"), RunState::Stopped, Cause::Command);
    QTRY_VERIFY(
        !german.ofType(QStringLiteral("update")).isEmpty() && !english.ofType(QStringLiteral("update")).isEmpty());
    const QJsonObject update = german.ofType(QStringLiteral("update")).first();
    const QJsonObject edge = update[u"services"][u"edge"].toObject();
    QCOMPARE(edge[u"look"][u"text"].toString(), QStringLiteral("Gestoppt · sollte laufen"));
    QCOMPARE(edge[u"look"][u"why"].toString(), QStringLiteral("auf Befehl gestoppt"));
    QCOMPARE(edge[u"why"].toString(), QStringLiteral("stopped by command"));
    QCOMPARE(update[u"headline"][u"text"].toString(), QStringLiteral("2 von 5 Diensten brauchen Aufmerksamkeit"));
    const QJsonObject plain = english.ofType(QStringLiteral("update")).first();
    QCOMPARE(plain[u"services"][u"edge"][u"look"][u"text"].toString(), QStringLiteral("Stopped · should be running"));
    QVERIFY(!plain[u"services"][u"edge"][u"look"].toObject().contains(u"why"));
    QCOMPARE(plain[u"headline"][u"text"].toString(), QStringLiteral("2 of 5 services need attention"));
    // what is said in no language comes to both, once
    m_fleet->registry.recordCheck(m_fleet->check(QStringLiteral("dao")), {Health::Healthy, 0, 1});
    QTRY_VERIFY(
        !german.ofType(QStringLiteral("check")).isEmpty() && !english.ofType(QStringLiteral("check")).isEmpty());
    QCOMPARE(german.ofType(QStringLiteral("check")), english.ofType(QStringLiteral("check")));
}

void TestStatusPageLanguage::thePublicStreamToo()
{
    m_fleet->options.statusPage = StatusPageAccess::Public;
    QVERIFY(m_fleet->open());
    const QByteArray ticket = ticketOf(call(m_fleet->server->port(), request("GET", "/")));
    StreamClient &client = listen(QStringLiteral("?lang=de"), {QLatin1String("ticket.") + QLatin1String(ticket)}, {});
    QVERIFY(client.waitFor(1));
    m_fleet->setState(QStringLiteral("edge"), RunState::Failed, Cause::Exited);
    QTRY_VERIFY(!client.ofType(QStringLiteral("update")).isEmpty());
    const QJsonValue look = client.ofType(QStringLiteral("update")).first()[u"services"][u"edge"][u"look"];
    QCOMPARE(look[u"text"].toString(), QStringLiteral("Ausgefallen"));
    QVERIFY(!look.toObject().contains(u"why")); // the public is told states
}

void TestStatusPageLanguage::theApiStaysEnglish()
{
    m_fleet->setState(QStringLiteral("edge"), RunState::Stopped, Cause::Command);
    QVERIFY(m_fleet->open());
    const RawReply reply = call(m_fleet->server->port(),
        request("GET", "/api/orchestration/services", FakeFleet::viewerToken, {}, "Accept-Language: de\r\n"));
    QVERIFY(reply.body.contains("stopped by command") && !reply.body.contains("gestoppt"));
    QVERIFY(!reply.headers.contains("content-language"));
}

void TestStatusPageLanguage::anotherLanguageIsRefused()
{
    QVERIFY(m_fleet->open());
    const RawReply reply = call(m_fleet->server->port(),
        webSocketRequest(FakeFleet::viewerToken, {}, "/api/orchestration/events/stream?lang=tlh"));
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.body.contains("must be en or de"));
}

QTEST_GUILESS_MAIN(TestStatusPageLanguage)
#include "tst_statuspagelanguage.moc"
