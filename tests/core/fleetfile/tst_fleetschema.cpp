#include "core/fleetfile/fleetfile.h"
#include "core/fleetfile/fleetfilekeys.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace foghorn;

namespace {

using Keys = std::set<QString>;

/// Collects the dotted keys of a JSON Schema, following its references.
class SchemaKeys
{
public:
    explicit SchemaKeys(const QJsonObject &schema)
        : m_schema(schema)
    {
        walk(schema, {});
    }
    const Keys &keys() const { return m_keys; }

private:
    void walk(const QJsonObject &part, const QString &prefix)
    {
        if (part.isEmpty())
            return;
        if (part.contains(QLatin1String("$ref")))
            walk(target(part[QLatin1String("$ref")].toString()), prefix);
        for (const QString &word : {QStringLiteral("anyOf"), QStringLiteral("oneOf"), QStringLiteral("allOf")}) {
            const QJsonArray choices = part[word].toArray();
            for (const QJsonValue &choice : choices)
                walk(choice.toObject(), prefix);
        }
        walk(part[QLatin1String("items")].toObject(), prefix);
        const QJsonObject properties = part[QLatin1String("properties")].toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it)
            add(prefix + it.key(), it.value().toObject());
        if (part[QLatin1String("additionalProperties")].isObject())
            add(prefix + QLatin1Char('*'), part[QLatin1String("additionalProperties")].toObject());
    }

    void add(const QString &key, const QJsonObject &part)
    {
        m_keys.insert(key);
        walk(part, key + QLatin1Char('.'));
    }

    QJsonObject target(const QString &reference) const
    {
        QJsonObject at = m_schema;
        for (const QString &step : reference.mid(2).split(QLatin1Char('/')))
            at = at[step].toObject();
        return at;
    }

    QJsonObject m_schema;
    Keys m_keys;
};

QStringList missing(const Keys &from, const Keys &in)
{
    QStringList out;
    for (const QString &key : in) {
        if (!from.contains(key))
            out.append(key);
    }
    return out;
}

} // namespace

/// The schema that editors use and the loader know the same keys, and the files that are shipped fit both.
class TestFleetSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(source(QStringLiteral("resources/schema/fleet.schema.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonParseError error{};
        m_schema = QJsonDocument::fromJson(file.readAll(), &error).object();
        QCOMPARE(error.errorString(), QStringLiteral("no error occurred"));
    }

    void namesItsDraftAndItself()
    {
        QCOMPARE(m_schema[QLatin1String("$schema")].toString(),
            QStringLiteral("https://json-schema.org/draft/2020-12/schema"));
        QCOMPARE(m_schema[QLatin1String("$id")].toString(), QStringLiteral("urn:foghorn:fleet-file:1"));
    }

    void hasTheLoadersKeys()
    {
        const QList<QString> names = fleetFileKeys();
        const Keys loader(names.begin(), names.end());
        const Keys schema = SchemaKeys(m_schema).keys();
        QVERIFY(loader.contains(QStringLiteral("services.*.health.expect.status")));
        QCOMPARE(missing(schema, loader), QStringList());
        QCOMPARE(missing(loader, schema), QStringList());
    }

    void loadsTheFileWithEveryKey()
    {
        const LoadedFleet loaded = loadFleet({source(QStringLiteral("tests/data/fleets/every-key.yaml"))}, {});
        for (const Fault &fault : loaded.faults + loaded.warnings)
            qWarning("%s", qPrintable(fault.toString()));
        QVERIFY(loaded.faults.isEmpty());
        QVERIFY(loaded.warnings.isEmpty());
        QCOMPARE(loaded.fleet.services.size(), 4);
    }

    void fitsTheFilesThatAreShipped_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("default") << QStringLiteral("resources/fleets/default.yaml") << 0;
        QTest::newRow("every key") << QStringLiteral("tests/data/fleets/every-key.yaml") << 0;
        QTest::newRow("included") << QStringLiteral("tests/data/fleets/more/settle.yaml") << 0;
        QTest::newRow("faulty") << QStringLiteral("tests/data/fleets/faulty.yaml") << 1;
    }

    // python3-jsonschema and python3-yaml are among what `./dev test` installs
    void fitsTheFilesThatAreShipped()
    {
        QFETCH(QString, file);
        QFETCH(int, exitCode);
        QProcess check;
        check.setProcessChannelMode(QProcess::ForwardedChannels);
        QSignalSpy finished(&check, &QProcess::finished);
        check.start(QStringLiteral("python3"),
            {source(QStringLiteral("tests/core/fleetfile/checkschema.py")),
                source(QStringLiteral("resources/schema/fleet.schema.json")), source(file)});
        QVERIFY(finished.wait(60'000));
        QCOMPARE(check.exitStatus(), QProcess::NormalExit);
        QCOMPARE(check.exitCode(), exitCode);
    }

private:
    static QString source(const QString &path)
    {
        return qEnvironmentVariable("FOGHORN_SOURCE") + QLatin1Char('/') + path;
    }

    QJsonObject m_schema;
};

QTEST_GUILESS_MAIN(TestFleetSchema)
#include "tst_fleetschema.moc"
