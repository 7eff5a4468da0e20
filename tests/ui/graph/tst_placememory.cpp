#include "ui/graph/placememory.h"

#include "tests/ui/support/layoutrequests.h"

#include <QRectF>
#include <QTest>

#include <algorithm>
#include <map>

using namespace foghorn;

namespace {

auto at(int index) { return static_cast<std::size_t>(index); }

/// A fleet, as the graph would show it unfolded.
struct Shown
{
    GraphContent content;
    LayoutRequest request;

    explicit Shown(const QList<FakeService> &services)
        : request(layoutRequestOf(services))
    {
        for (int i = 0; i < services.size(); ++i) {
            GraphCard card;
            card.service = services.at(i).name;
            card.key = QStringLiteral("s/") + card.service;
            card.layer = request.layers[at(i)];
            card.rows = {i};
            content.cards.push_back(card);
        }
        for (const LayoutEdge &edge : request.edges)
            content.edges.push_back({edge.from, edge.to, EdgeKind::Required, {}});
    }

    bool hasEdges(int card) const
    {
        return std::any_of(request.edges.cbegin(), request.edges.cend(),
            [card](const LayoutEdge &edge) { return edge.from == card || edge.to == card; });
    }
};

/// What tells whether a card is where it belongs: its layer, or that it stands alone.
struct CardPlace
{
    int layer;
    bool hasEdges;
    QPointF place;
};

std::map<QString, CardPlace> placesOf(const Shown &shown, const LayoutResult &layout)
{
    std::map<QString, CardPlace> all;
    for (int i = 0; i < static_cast<int>(layout.nodes.size()); ++i)
        all[shown.content.cards[at(i)].key] = {shown.request.layers[at(i)], shown.hasEdges(i), layout.nodes[at(i)]};
    return all;
}

QString overlapIn(const Shown &shown, const LayoutResult &layout)
{
    std::vector<QRectF> cards;
    for (const QPointF &corner : layout.nodes)
        cards.emplace_back(corner, shown.request.node);
    const QRectF all(QPointF(-0.01, -0.01), layout.size + QSizeF(0.02, 0.02));
    for (std::size_t a = 0; a < cards.size(); ++a) {
        if (!all.contains(cards[a]))
            return shown.content.cards[a].key + QStringLiteral(" is outside");
        for (std::size_t b = a + 1; b < cards.size(); ++b) {
            if (cards[a].intersects(cards[b]))
                return shown.content.cards[a].key + QStringLiteral(" and ") + shown.content.cards[b].key;
        }
    }
    return {};
}

QList<FakeService> fleetOf(const QString &shape, int count)
{
    if (shape == QStringLiteral("layers"))
        return count == 10 ? tenServices() : manyServices(count);
    if (shape == QStringLiteral("wide"))
        return layeredServices(count, count * 2 / 5); // two layers and a half, folded into several columns where large
    QList<FakeService> alone;
    for (int i = 0; i < count; ++i)
        alone.append({QStringLiteral("service-%1").arg(i), {}, {}, false});
    return alone;
}

/// The fleet without its `index`th service, and without the wishes for it.
QList<FakeService> without(QList<FakeService> services, qsizetype index)
{
    const ServiceId gone = services.takeAt(index).name;
    for (FakeService &service : services) {
        service.required.removeAll(gone);
        service.optional.removeAll(gone);
    }
    return services;
}

} // namespace

class TestPlaceMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStaysKeepsItsPlace_data();
    void whatStaysKeepsItsPlace();
    void muchThatIsNewIsNotKnown();
    void nothingRememberedIsNothingKnown();

private:
    void comeAndGo(PlaceMemory &memory, const QList<FakeService> &before, const QList<FakeService> &after);

    LayoutResult m_layout; ///< what is shown
};

void TestPlaceMemory::whatStaysKeepsItsPlace_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<int>("count");
    for (const int count : {10, 300, 2000}) {
        for (const char *shape : {"layers", "wide", "alone"})
            QTest::addRow("%d %s", count, shape) << QString::fromLatin1(shape) << count;
    }
}

/// From one fleet to the other: nothing moves that is in the same layer of both.
void TestPlaceMemory::comeAndGo(PlaceMemory &memory, const QList<FakeService> &before, const QList<FakeService> &after)
{
    const Shown old(before);
    const Shown now(after);
    const std::optional<KnownPlaces> known = memory.knownFor(now.content, now.request);
    QVERIFY(known);
    const std::map<QString, CardPlace> stood = placesOf(old, m_layout);
    m_layout = placeAdded(now.request, *known);
    memory.remember(now.content, m_layout);
    std::size_t stayed = 0;
    for (const auto &[key, place] : placesOf(now, m_layout)) {
        const auto one = stood.find(key);
        if (one == stood.end() || one->second.layer != place.layer || one->second.hasEdges != place.hasEdges)
            continue;
        QVERIFY2(one->second.place == place.place, qPrintable(key));
        ++stayed;
    }
    QVERIFY(stayed + 4 >= static_cast<std::size_t>(std::min(before.size(), after.size())));
    const QString overlap = overlapIn(now, m_layout);
    QVERIFY2(overlap.isEmpty(), qPrintable(overlap));
}

void TestPlaceMemory::whatStaysKeepsItsPlace()
{
    QFETCH(QString, shape);
    QFETCH(int, count);
    const QList<FakeService> fleet = fleetOf(shape, count);
    const Shown first(fleet);
    m_layout = layOut(first.request);
    PlaceMemory memory;
    memory.remember(first.content, m_layout);
    if (shape == QStringLiteral("wide"))
        QCOMPARE(*std::max_element(m_layout.bands.cbegin(), m_layout.bands.cend()) > 1, count > 500);

    QList<FakeService> more = fleet; // one comes, somewhere in the file
    const QList<ServiceId> needed =
        shape == QStringLiteral("alone") ? QList<ServiceId>() : QList<ServiceId>{fleet.at(count / 3).name};
    more.insert(count / 2, {QStringLiteral("newcomer"), needed, {}, false});
    comeAndGo(memory, fleet, more);
    comeAndGo(memory, more, fleet);
    for (const qsizetype gone : {qsizetype(count - 1), qsizetype(count - 2)}) { // one goes, and comes back
        comeAndGo(memory, fleet, without(fleet, gone));
        comeAndGo(memory, without(fleet, gone), fleet);
    }
}

void TestPlaceMemory::muchThatIsNewIsNotKnown()
{
    const QList<FakeService> fleet = fleetOf(QStringLiteral("wide"), 1000);
    const Shown first(fleet);
    PlaceMemory memory;
    memory.remember(first.content, layOut(first.request));
    const auto isKnown = [&](int more) {
        QList<FakeService> grown = fleet;
        for (int i = 0; i < more; ++i)
            grown.append({QStringLiteral("new-%1").arg(i), {fleet.at(i).name}, {}, false});
        const Shown now(grown);
        return memory.knownFor(now.content, now.request).has_value();
    };
    QVERIFY(isKnown(100));
    QVERIFY(!isKnown(400));
}

void TestPlaceMemory::nothingRememberedIsNothingKnown()
{
    const Shown shown(tenServices());
    PlaceMemory memory;
    QVERIFY(!memory.knownFor(shown.content, shown.request));
    memory.remember(shown.content, layOut(shown.request));
    QVERIFY(memory.knownFor(shown.content, shown.request));
    memory.clear();
    QVERIFY(!memory.knownFor(shown.content, shown.request));
}

QTEST_GUILESS_MAIN(TestPlaceMemory)
#include "tst_placememory.moc"
