#include "tests/ui/graph/graphroom.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphpicture.h"
#include "ui/graph/graphsvg.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace foghorn;

namespace {

struct Svg
{
    QStringList texts;
    QStringList titles;
    QStringList descriptions;
    QString fault;

    explicit Svg(const QByteArray &bytes)
    {
        QXmlStreamReader reader(bytes);
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (reader.name() == QLatin1String("text"))
                texts.append(reader.readElementText());
            else if (reader.name() == QLatin1String("title"))
                titles.append(reader.readElementText());
            else if (reader.name() == QLatin1String("desc"))
                descriptions.append(reader.readElementText());
        }
        fault = reader.errorString();
        if (!reader.hasError())
            fault.clear();
    }
};

/// Empty when it was exported, else why not.
QString saved(GraphRoom &room, const QString &path, GraphExport::Format format, int times = 1)
{
    QSignalSpy done(&room.panel.exporter(), &GraphExport::exported);
    QSignalSpy failed(&room.panel.exporter(), &GraphExport::exportFailed);
    room.panel.exporter().save(path, format, times);
    if (!QTest::qWaitFor([&] { return !done.isEmpty() || !failed.isEmpty(); }, 30'000))
        return QStringLiteral("nothing was said");
    return failed.isEmpty() ? QString() : failed.first().first().toString();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestGraphExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void svgHasTextTitleAndDescription();
    void svgEscapesWhateverNamesContain();
    void pngIsAsLargeAsAsked();
    void picturesStayWithinMemory();
    void dotNamesAllServices();
    void failuresAreTold();
};

void TestGraphExport::svgHasTextTitleAndDescription()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("graph.svg"));
    QCOMPARE(saved(room, path, GraphExport::Format::Svg), QString());
    const Svg svg(contentOf(path));
    QCOMPARE(svg.fault, QString());
    QCOMPARE(svg.titles.first(), QStringLiteral("Services of local"));
    QCOMPARE(svg.descriptions.size(), 1);
    const QList<FakeService> services = tenServices();
    for (const FakeService &service : services)
        QVERIFY2(svg.texts.contains(service.name), qPrintable(service.name));
    QVERIFY(svg.texts.contains(QStringLiteral("Layer 5")));
    QVERIFY(svg.titles.contains(QStringLiteral("onion, running, healthy, layer 3, needs 1, needed by 2")));
}

void TestGraphExport::svgEscapesWhateverNamesContain()
{
    const QString hostile = QStringLiteral("</text><script>alert(\"1\")</script>&\n\u0001\u202e\uffff");
    const QString longest = QString(10'000, u'w');
    GraphRoom room({{hostile}, {longest, {hostile}, {}, false}});
    QVERIFY(room.isReady());
    const QByteArray bytes = toSvg(room.scene().picture());
    const Svg svg(bytes);
    QCOMPARE(svg.fault, QString());
    QVERIFY(!bytes.contains("<script"));
    QVERIFY(svg.titles.filter(QStringLiteral("<script>")).size() == 1); // as words
    for (const QString &text : svg.texts)
        QVERIFY(text.size() < 200); // elided
}

void TestGraphExport::pngIsAsLargeAsAsked()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    const QTemporaryDir folder;
    const QSizeF size = room.scene().sceneRect().size();
    for (const int times : {1, 4}) {
        const QString path = folder.filePath(QStringLiteral("graph.png"));
        QCOMPARE(saved(room, path, GraphExport::Format::Png, times), QString());
        const QImage image(path);
        QVERIFY(std::abs(image.width() - size.width() * times) < 3);
        QVERIFY(std::abs(image.height() - size.height() * times) < 3);
        const QPointF dao = room.scene().cardOf(named("dao"))->pos() - room.scene().sceneRect().topLeft();
        const QColor band = room.scene().style().states.colors(StateFamily::Healthy).fill;
        QCOMPARE(image.pixelColor(((dao + QPointF(3, 30)) * times).toPoint()), band);
    }
}

void TestGraphExport::picturesStayWithinMemory()
{
    QCOMPARE(GraphExport::fittingTimes({1000, 800}, 4), 4);
    QCOMPARE(GraphExport::fittingTimes({1000, 800}, 9), 4);
    QCOMPARE(GraphExport::fittingTimes({3000, 20'000}, 4), 1);
    QCOMPARE(GraphExport::fittingTimes({100, 12'000}, 4), 2);
    GraphRoom room(manyServices(1000));
    QVERIFY(room.isReady());
    QVERIFY(room.layOutAfter([&] { room.scene().setAllFolded(false); }));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("graph.png"));
    QCOMPARE(saved(room, path, GraphExport::Format::Png, 4), QString());
    const QImage image(path);
    QVERIFY(!image.isNull());
    QVERIFY(image.width() * static_cast<qint64>(image.height()) <= 65'000'000);
}

void TestGraphExport::dotNamesAllServices()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("graph.dot"));
    QCOMPARE(saved(room, path, GraphExport::Format::Dot), QString());
    const QByteArray dot = contentOf(path);
    QVERIFY(dot.startsWith("digraph \"local\""));
    QVERIFY(dot.contains("\"fog_coordinator\" -> \"onion\""));
}

void TestGraphExport::failuresAreTold()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    const QString fault = saved(room, QStringLiteral("/no/such/folder/graph.svg"), GraphExport::Format::Svg);
    QVERIFY2(fault.startsWith(QStringLiteral("The graph could not be written to /no/such/folder/graph.svg: ")),
        qPrintable(fault));
}

QTEST_MAIN(TestGraphExport)
#include "tst_graphexport.moc"
