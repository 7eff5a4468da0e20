#include "core/fleetfile/interpolation.h"
#include "tests/core/fleetfile/fleetfiles.h"

#include <QTest>

using namespace foghorn;

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

std::optional<QString> lookUp(const QString &name)
{
    static const QHash<QString, QString> variables{
        {s("A"), s("one")}, {s("B"), s("two")}, {s("EMPTY"), {}}, {s("TRICK"), s("${port.http}")}};
    const auto found = variables.constFind(name);
    return found == variables.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

/// Variables, dollars and references in the texts of a fleet file.
class TestInterpolation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInVariables_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meaning"); // with ${port.http} as 80
        const auto row = [](const char *text, const char *meaning) { QTest::newRow(text) << s(text) << s(meaning); };
        row("plain", "plain");
        row("${A}", "one");
        row("<${A}-${B}>", "<one-two>");
        row("${NONE:-three}", "three");
        row("${EMPTY:-three}", "three");
        row("${EMPTY}", "");
        row("${NONE:-${B}}", "two");
        row("${NONE:-${NOT:-<${A}>}}", "<one>");
        row("${A:?no A}", "one");
        row("$$", "$");
        row("$${A}", "${A}");
        row("$$$${A}", "$${A}");
        row("$$${A}", "$one");
        row("$HOME and 5$", "$HOME and 5$");
        row("${port.http}", "80");
        row("${NONE:-${port.http}}", "80");
        row("$${port.http}", "${port.http}");
        row("$$${port.http}", "$80");
        row("$$$${port.http}", "$${port.http}");
        row("${TRICK}", "${port.http}");
        row("$$${TRICK}", "$${port.http}");
        row("{port.http}", "{port.http}");
    }

    void fillsInVariables()
    {
        QFETCH(QString, text);
        QFETCH(QString, meaning);
        const Interpolated result = interpolate(text, lookUp);
        QCOMPARE(result.fault, QString());
        const QString filled = filledTemplate(result.text, [](const Reference &) { return std::optional(s("80")); });
        QCOMPARE(textOfTemplate(filled), meaning);
    }

    void readsReferences()
    {
        QCOMPARE(parseReference(u"port.http"), (Reference{Reference::Kind::Port, {}, s("http")}));
        QCOMPARE(parseReference(u"services.my.web.endpoint.http"),
            (Reference{Reference::Kind::Endpoint, s("my.web"), s("http")}));
        for (const char *text :
            {"port.", "port", "services.web.http", "services..port.http", "endpoint.a.b", "services.port.http"})
            QVERIFY2(!parseReference(s(text)), text);
    }

    void looksInTheEnvironmentFirst()
    {
        FleetFiles files;
        files.write(s("fleet.env"), "A=file\nB=\"file # b\"\nC='$x ${y}'\nexport D=a b # c\n");
        files.write(s("web.env"), "B=web\n");
        files.write(s("f.yaml"),
            "env_file: fleet.env\n"
            "environment: {REGION: \"eu-${A}\", FROM_OUTSIDE: , NOT_THERE: }\n"
            "services:\n"
            "  web:\n"
            "    command: [\"${A}\", \"${B}\", \"${C}\", \"${D}\", \"${REGION}\", \"${OWN}\"]\n"
            "    env_file: [web.env]\n"
            "    environment: {OWN: mine, A: over}\n");
        const LoadedFleet loaded = files.load({s("f.yaml")}, {{s("A"), s("process")}, {s("FROM_OUTSIDE"), s("x")}});
        QCOMPARE(files.lines(loaded.faults), QString());
        const ServiceSpec &web = loaded.fleet.services[0];
        QCOMPARE(
            web.command, (QList<QString>{s("process"), s("web"), s("$x ${y}"), s("a b"), s("eu-process"), s("mine")}));
        QCOMPARE(web.environment,
            (QList<QPair<QString, QString>>{{s("A"), s("over")}, {s("B"), s("web")}, {s("C"), s("$x ${y}")},
                {s("D"), s("a b")}, {s("REGION"), s("eu-process")}, {s("FROM_OUTSIDE"), s("x")},
                {s("OWN"), s("mine")}}));
    }

    void fillsInNumbersAndWords()
    {
        FleetFiles files;
        files.write(s("f.yaml"),
            "services:\n"
            "  web:\n"
            "    command: [web]\n"
            "    critical: ${CRITICAL:-false}\n"
            "    stop_timeout: ${STOP:-7s}\n"
            "    ports: {http: \"${PORT:-8080}\"}\n"
            "    restart: {max_attempts: \"${N:-9}\"}\n");
        const LoadedFleet loaded = files.load({s("f.yaml")}, {{s("STOP"), s("8s")}});
        QCOMPARE(files.lines(loaded.faults), QString());
        const ServiceSpec &web = loaded.fleet.services[0];
        QVERIFY(!web.critical);
        QCOMPARE(web.stopTimeout, 8s);
        QCOMPARE(web.ports, (QList<NamedPort>{{s("http"), 8080, false}}));
        QCOMPARE(web.restart.maxAttempts, 9);
    }

    void reportsFaultsInEnvironmentFiles()
    {
        FleetFiles files;
        files.write(s("e.env"), "A=1\n1B=2\nC\nD=\"open\nE='x' y\n");
        files.write(s("f.yaml"), "env_file: [e.env]\nservices: {web: {command: [web]}}\n");
        QCOMPARE(files.lines(files.load({s("f.yaml")}).faults),
            s("e.env:2:1: '1B' is no variable name; lines are NAME=value\n"
              "e.env:3:2: '=' is missing after 'C'; lines are NAME=value\n"
              "e.env:4:3: the closing \" is missing"));
    }

    void keepsJsonOfAnExpectation()
    {
        FleetFiles files;
        files.write(s("f.yaml"),
            "services: {web: {command: [w], health: {http: \"http://127.0.0.1:1/\", expect: {status: 204,\n"
            "  json: {a: healthy, b: 3, c: true, d: null, e: \"3\", f: \"say \\\"hi\\\"\", g: 1.5, h: 1.2.3}}}}}\n");
        const LoadedFleet loaded = files.load({s("f.yaml")});
        QCOMPARE(files.lines(loaded.faults), QString());
        const ProbeSpec &probe = loaded.fleet.services[0].probe;
        QCOMPARE(probe.statusFrom, 204);
        QCOMPARE(probe.statusTo, 204);
        QStringList values;
        for (const auto &member : probe.json)
            values.append(member.value);
        QCOMPARE(values.join(QLatin1Char(' ')), s("\"healthy\" 3 true null \"3\" \"say \\\"hi\\\"\" 1.5 \"1.2.3\""));
    }
};

QTEST_GUILESS_MAIN(TestInterpolation)
#include "tst_interpolation.moc"
