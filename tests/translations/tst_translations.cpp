#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context;
    QString source;
    QString state; ///< "": finished; "unfinished", "obsolete", "vanished"
    QStringList translations; ///< one, or one for each plural form
    bool isPlural = false;

    QString where() const { return context + QStringLiteral(": \"") + source + QLatin1Char('"'); }
};

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.state = xml.attributes().value(QStringLiteral("type")).toString();
    if (!message.isPlural) {
        message.translations.append(xml.readElementText());
        return;
    }
    while (xml.readNextStartElement())
        message.translations.append(xml.readElementText());
}

QList<Message> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QStringLiteral("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QStringLiteral("message")) {
            messages.append({context, {}, {}, {}, xml.attributes().value(QStringLiteral("numerus")) == u"yes"});
        } else if (xml.name() == QStringLiteral("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            readTranslation(xml, messages.last());
        }
    }
    return messages;
}

/// "%1", "%n" and so on, sorted, each as often as it is there.
QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?(\\d{1,2}|n)"));
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    return found;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("&[^&\\s]"));
    return text.contains(pattern);
}

QString root() { return qEnvironmentVariable("FOGHORN_SOURCE", QStringLiteral(FOGHORN_SOURCE_DIR)); }

} // namespace

/// Goal L2: holds translations/ against the sources: what a person would read in English though they chose German, and
/// what would lose its number, its name or its key.
class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextOfTheSourcesIsTranslated_data();
    void everyTextOfTheSourcesIsTranslated();
    void placeholdersAndKeysSurvive_data() { languages(); }
    void placeholdersAndKeysSurvive();

private:
    static void languages();
    static void expectNone(const QStringList &faults)
    {
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
    }
};

void TestTranslations::languages()
{
    QTest::addColumn<QString>("file");
    const QStringList files =
        QDir(root() + QStringLiteral("/translations")).entryList({QStringLiteral("foghorn_*.ts")});
    QVERIFY(files.size() >= 2);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << root() + QStringLiteral("/translations/") + file;
}

void TestTranslations::everyTextOfTheSourcesIsTranslated_data() { languages(); }

/// lupdate itself compares: on a copy, so that what it adds or retires shows.
void TestTranslations::everyTextOfTheSourcesIsTranslated()
{
    QFETCH(QString, file);
    const QString lupdate = QStringLiteral(FOGHORN_LUPDATE);
    QVERIFY2(QFile::exists(lupdate), "lupdate is missing (Debian: qt6-l10n-tools)");
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.ts"));
    QVERIFY(QFile::copy(file, copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    QStringList arguments{QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-silent"),
        QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("ui"), QStringLiteral("app/desktop"),
        QStringLiteral("-ts"), copy};
    if (file.endsWith(QStringLiteral("_en.ts")))
        arguments.prepend(QStringLiteral("-pluralonly"));
    QProcess process;
    process.setWorkingDirectory(root());
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(lupdate, arguments);
    QVERIFY(finished.wait(120'000));
    QCOMPARE(process.exitCode(), 0);

    const QList<Message> messages = read(copy);
    QVERIFY(messages.size() > 10);
    QStringList faults;
    for (const Message &message : messages) {
        const bool isEmpty = message.translations.isEmpty() || message.translations.contains(QString());
        if (!message.state.isEmpty() || isEmpty)
            faults.append((message.state.isEmpty() ? QStringLiteral("empty") : message.state) + QStringLiteral(" in ")
                + message.where());
    }
    expectNone(faults);
}

void TestTranslations::placeholdersAndKeysSurvive()
{
    QFETCH(QString, file);
    QStringList faults;
    const QList<Message> messages = read(file);
    for (const Message &message : messages) {
        for (qsizetype form = 0; form < message.translations.size(); ++form) {
            const QString &text = message.translations.at(form);
            QStringList wanted = placeholdersOf(message.source);
            if (message.isPlural && form == 0 && !text.contains(QStringLiteral("%Ln")))
                wanted.removeAll(QStringLiteral("%Ln")); // "1 service" may say its number in words
            if (placeholdersOf(text) != wanted)
                faults.append(message.where() + QStringLiteral(" has other placeholders than \"") + text + u'"');
            if (hasMnemonic(text) != hasMnemonic(message.source))
                faults.append(
                    message.where() + QStringLiteral(" has no key, or \"") + text + QStringLiteral("\" none"));
            if (text.endsWith(u'…') != message.source.endsWith(u'…'))
                faults.append(
                    message.where() + QStringLiteral(" asks for more, or \"") + text + QStringLiteral("\" does"));
        }
    }
    expectNone(faults);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
