#include "tests/ui/graph/graphroom.h"
#include "tests/ui/support/layoutrequests.h"
#include "ui/dialogs/stopplan.h"
#include "ui/graph/blastradius.h"
#include "ui/graph/edgesitem.h"
#include "ui/graph/headeritem.h"
#include "ui/graph/nodeitem.h"

using namespace foghorn;

namespace {

QHash<ServiceId, QPointF> placesOf(const GraphRoom &room)
{
    QHash<ServiceId, QPointF> places;
    for (const ServiceId &id : room.registry.order()) {
        if (const NodeItem *item = room.scene().node(id))
            places.insert(id, item->pos());
    }
    return places;
}

std::size_t headersOf(const GraphRoom &room)
{
    std::size_t count = 0;
    for (const CardItem *item : room.scene().shown())
        count += dynamic_cast<const HeaderItem *>(item) ? 1 : 0;
    return count;
}

} // namespace

class TestGraphScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallFleetsOpenUnfolded();
    void largeFleetsOpenFolded();
    void foldingALayerAndBack();
    void groupsByLabel();
    void cardsStayWhenOneComes();
    void cardsOfWideLayersStayToo();
    void muchThatIsNewIsLaidOutAnew();
    void theSameItemsLiveOn();
    void stoppedOnesCanBeLeftOut();
    void optionalEdgesCanBeLeftOut();
    void aChangeTurnsNodeHeaderAndEdges();
    void theSelectionLightsBothSides();
    void aStopMarksWhomItHits();
    void aPictureForRightToLeftIsMirrored();
    void badgesAreSpoken();
    void namesOfAnyKindAreHarmless();
};

void TestGraphScene::smallFleetsOpenUnfolded()
{
    GraphRoom room(manyServices(300));
    QVERIFY(room.isReady());
    QCOMPARE(room.scene().shown().size(), 300 + headersOf(room));
}

void TestGraphScene::largeFleetsOpenFolded()
{
    GraphRoom room(manyServices(2000));
    QVERIFY(room.isReady());
    QCOMPARE(headersOf(room), std::size_t(10));
    QCOMPARE(room.scene().shown().size(), std::size_t(20)); // a card and a header for each layer
    QVERIFY(!room.scene().node(named("service-7")));
    const CardItem *card = room.scene().cardOf(named("service-7"));
    QVERIFY(card);
    QCOMPARE(card->spoken(), QStringLiteral("Layer 0, 200 services, folded"));
    QCOMPARE(room.scene().servicesOf(*card).size(), 200);
    QVERIFY(room.layOutAfter([&] { room.scene().setAllFolded(false); }));
    QVERIFY(room.scene().node(named("service-7")));
    QCOMPARE(room.scene().shown().size(), std::size_t(2010));
}

void TestGraphScene::foldingALayerAndBack()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    const CardItem *header = room.scene().card(QStringLiteral("h/3"));
    QVERIFY(header);
    QCOMPARE(header->spoken(), QStringLiteral("Layer 3, 2 services, unfolded"));
    QVERIFY(room.layOutAfter([&] { room.scene().toggle(*header); }));
    QVERIFY(!room.scene().node(named("onion")));
    QVERIFY(!room.scene().node(named("p2p")));
    QVERIFY(room.scene().isFolded(3));
    QCOMPARE(room.scene().card(QStringLiteral("h/3"))->spoken(), QStringLiteral("Layer 3, 2 services, folded"));
    const CardItem *card = room.scene().card(QStringLiteral("g/3/"));
    QVERIFY(card);
    QVERIFY(room.layOutAfter([&] { room.scene().toggle(*card); }));
    QVERIFY(room.scene().node(named("onion")));
    QVERIFY(room.layOutAfter([&] { room.scene().toggle(*room.scene().card(QStringLiteral("h/3"))); }));
    QVERIFY(room.layOutAfter([&] { QVERIFY(room.scene().reveal(named("p2p"))); }));
    QVERIFY(room.scene().node(named("p2p")));
    QVERIFY(!room.scene().reveal(named("p2p")));
}

void TestGraphScene::groupsByLabel()
{
    GraphRoom room({});
    FleetOutline outline = fakeOutline(QStringLiteral("local"), manyServices(400));
    for (qsizetype i = 0; i < outline.services.size(); ++i)
        outline.services[i].labels.insert(
            QStringLiteral("tier"), i % 2 == 0 ? QStringLiteral("front") : QStringLiteral("back"));
    QVERIFY(room.layOutAfter([&] { room.registry.setOutline(outline); }));
    QCOMPARE(room.scene().labelNames(), QStringList{QStringLiteral("tier")});
    QVERIFY(room.layOutAfter([&] { room.scene().setGroupBy({GroupBy::Kind::Label, QStringLiteral("tier")}); }));
    QVERIFY(room.scene().card(QStringLiteral("g/0/front")));
    QVERIFY(room.scene().card(QStringLiteral("g/1/back")));
    QCOMPARE(room.scene().content().cards.size(), std::size_t(4));
}

void TestGraphScene::cardsStayWhenOneComes()
{
    QList<FakeService> services = tenServices();
    GraphRoom room(services);
    QVERIFY(room.isReady());
    const QHash<ServiceId, QPointF> before = placesOf(room);
    services.append({named("newcomer"), {named("onion")}, {}, false});
    QVERIFY(room.layOutAfter([&] { room.registry.setOutline(fakeOutline(QStringLiteral("local"), services)); }));
    QVERIFY(room.scene().node(named("newcomer")));
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        QCOMPARE(room.scene().node(it.key())->pos(), it.value());
    services.removeLast();
    QVERIFY(room.layOutAfter([&] { room.registry.setOutline(fakeOutline(QStringLiteral("local"), services)); }));
    QCOMPARE(placesOf(room), before);
}

void TestGraphScene::cardsOfWideLayersStayToo()
{
    QList<FakeService> services = layeredServices(900, 450);
    GraphRoom room(services);
    QVERIFY(room.isReady());
    QVERIFY(room.layOutAfter([&] { room.scene().setAllFolded(false); }));
    const auto reload = [&room](const QList<FakeService> &fleet) {
        return room.layOutAfter([&] { room.registry.setOutline(fakeOutline(QStringLiteral("local"), fleet)); });
    };
    const QHash<ServiceId, QPointF> before = placesOf(room);
    QCOMPARE(before.size(), services.size());
    QList<FakeService> more = services;
    more.insert(500, {named("newcomer"), {named("service-7")}, {}, false});
    QVERIFY(reload(more));
    QVERIFY(room.scene().node(named("newcomer")));
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        QCOMPARE(room.scene().node(it.key())->pos(), it.value());
    QVERIFY(reload(services));
    QCOMPARE(placesOf(room), before);
}

void TestGraphScene::muchThatIsNewIsLaidOutAnew()
{
    QList<FakeService> services = tenServices();
    GraphRoom room(services);
    QVERIFY(room.isReady());
    for (int i = 0; i < 6; ++i)
        services.append({QStringLiteral("newcomer-%1").arg(i), {named("onion")}, {}, false});
    QVERIFY(room.layOutAfter([&] { room.registry.setOutline(fakeOutline(QStringLiteral("local"), services)); }));
    GraphRoom fresh(services);
    QVERIFY(fresh.isReady());
    QCOMPARE(placesOf(room), placesOf(fresh));
}

void TestGraphScene::theSameItemsLiveOn()
{
    QList<FakeService> services = tenServices();
    GraphRoom room(services);
    QVERIFY(room.isReady());
    const NodeItem *onion = room.scene().node(named("onion"));
    services.append({named("newcomer"), {named("onion")}, {}, false});
    QVERIFY(room.layOutAfter([&] { room.registry.setOutline(fakeOutline(QStringLiteral("local"), services)); }));
    QCOMPARE(room.scene().node(named("onion")), onion);
}

void TestGraphScene::stoppedOnesCanBeLeftOut()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    setState(room.registry, named("bitchat"), RunState::Stopped, Cause::Command, std::chrono::minutes(1), Goal::Down);
    room.model.flush();
    QVERIFY(room.scene().card(QStringLiteral("s/bitchat")));
    room.scene().setStoppedShown(false);
    QVERIFY(!room.scene().card(QStringLiteral("s/bitchat")));
    QCOMPARE(room.view().accessibleCount(), 9 + 6);
    setState(room.registry, named("bitchat"), RunState::Running);
    room.model.flush();
    QVERIFY(room.scene().card(QStringLiteral("s/bitchat")));
}

void TestGraphScene::optionalEdgesCanBeLeftOut()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    room.scene().setOptionalShown(false);
    int hidden = 0;
    for (const EdgePicture &edge : room.scene().edges().edges()) {
        QCOMPARE(edge.hidden, !edge.required);
        hidden += edge.hidden ? 1 : 0;
    }
    QCOMPARE(hidden, 3);
}

void TestGraphScene::aChangeTurnsNodeHeaderAndEdges()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    addChecks(room.registry, named("onion"), Health::Unhealthy, 3);
    room.model.flush();
    QCOMPARE(room.scene().node(named("onion"))->look().family, StateFamily::Unhealthy);
    QVERIFY(room.scene().node(named("vpn_coordinator"))->marks().affected);
    QVERIFY(!room.scene().node(named("bitchat"))->marks().affected);
    QCOMPARE(
        room.scene().card(QStringLiteral("h/3"))->spoken(), QStringLiteral("Layer 3, 2 services, 1 down, unfolded"));
    int broken = 0;
    for (const EdgePicture &edge : room.scene().edges().edges())
        broken += edge.broken ? 1 : 0;
    QCOMPARE(broken, 2); // to vpn_coordinator and betanet
}

void TestGraphScene::theSelectionLightsBothSides()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    room.selection.selectOnly(named("onion"));
    QVERIFY(room.scene().node(named("onion"))->marks().selected);
    QCOMPARE(room.scene().node(named("dao"))->marks().emphasis, NodeEmphasis::Needed);
    QCOMPARE(room.scene().node(named("betanet"))->marks().emphasis, NodeEmphasis::NeedsIt);
    QCOMPARE(room.scene().node(named("p2p"))->marks().emphasis, NodeEmphasis::Faded);
    int needs = 0;
    int neededBy = 0;
    for (const EdgePicture &edge : room.scene().edges().edges()) {
        needs += edge.tone == EdgeTone::Needs ? 1 : 0;
        neededBy += edge.tone == EdgeTone::NeededBy ? 1 : 0;
    }
    QCOMPARE(needs, 5); // dao to scheduler, dao to edge (optional, but edge wants it)…
    QVERIFY(neededBy >= 3);
    room.selection.set({}, {});
    QCOMPARE(room.scene().node(named("p2p"))->marks().emphasis, NodeEmphasis::Normal);
}

void TestGraphScene::aStopMarksWhomItHits()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    room.selection.selectOnly(named("onion"));
    BlastRadius &blast = room.panel.blastRadius();
    QVERIFY(blast.sentence().isEmpty());
    blast.setOn(true);
    QCOMPARE(room.scene().node(named("onion"))->marks().stop, StopMark::Origin);
    QCOMPARE(room.scene().node(named("vpn_coordinator"))->marks().stop, StopMark::Stops);
    QCOMPARE(room.scene().node(named("betanet"))->marks().stop, StopMark::Stops);
    QCOMPARE(room.scene().node(named("bitchat"))->marks().stop, StopMark::Degrades);
    QVERIFY2(
        blast.sentence().startsWith(QStringLiteral("Stopping onion stops 2 more: ")), qPrintable(blast.sentence()));
    QVERIFY(blast.sentence().contains(QStringLiteral("bitchat (optional)")));
    room.selection.selectOnly(named("bitchat"));
    QCOMPARE(blast.sentence(), QStringLiteral("Stopping bitchat stops nothing else"));
    blast.setOn(false);
    QCOMPARE(room.scene().node(named("bitchat"))->marks().stop, StopMark::None);
    QVERIFY(blast.sentence().isEmpty());
    blast.setPreviewed(true); // while an item of a menu has the focus
    QCOMPARE(room.scene().node(named("bitchat"))->marks().stop, StopMark::Origin);
    blast.setPreviewed(false);
    QVERIFY(blast.sentence().isEmpty());
}

void TestGraphScene::aPictureForRightToLeftIsMirrored()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    QVERIFY(room.scene().node(named("dao"))->x() < room.scene().node(named("betanet"))->x());
    QVERIFY(room.layOutAfter([&] { room.panel.setLayoutDirection(Qt::RightToLeft); }));
    QVERIFY(room.scene().node(named("dao"))->x() > room.scene().node(named("betanet"))->x());
    for (const EdgePicture &edge : room.scene().edges().edges())
        QVERIFY(edge.route.front().x() > edge.route.back().x());
    QVERIFY(room.scene().sceneRect().contains(room.scene().node(named("dao"))->sceneBoundingRect()));
}

void TestGraphScene::badgesAreSpoken()
{
    GraphRoom room(tenServices());
    QVERIFY(room.isReady());
    const auto spoken = [&room](const char *service) { return room.scene().node(named(service))->spoken(); };
    QVERIFY2(spoken("dao").endsWith(QStringLiteral(", critical")), qPrintable(spoken("dao")));
    QVERIFY(!spoken("onion").contains(QStringLiteral("critical")));
    ServiceStatus status = room.registry.find(named("dao"))->status;
    status.restartCount = 3;
    room.registry.update(status);
    room.model.flush();
    room.scene().setMuted({named("dao")});
    room.scene().setPinned(named("dao"));
    QVERIFY2(spoken("dao").endsWith(QStringLiteral(", critical, restarts 3, alerts muted, pinned")),
        qPrintable(spoken("dao")));
    QVERIFY(!spoken("onion").contains(QStringLiteral("restarts")));
    QVERIFY(!spoken("onion").contains(QStringLiteral("muted")));
}

void TestGraphScene::namesOfAnyKindAreHarmless()
{
    const QString hostile = QStringLiteral("<b>x</b>\n\u202e\u0001") + QString(10'000, u'w');
    GraphRoom room({{hostile}, {named("b"), {hostile}, {}, false}});
    QVERIFY(room.isReady());
    room.selection.selectOnly(hostile);
    room.panel.blastRadius().setOn(true);
    const QString spoken = room.scene().node(hostile)->spoken();
    QVERIFY(!spoken.contains(u'\n'));
    QVERIFY(!spoken.contains(QChar(0x202e)));
    QVERIFY(!room.panel.grab().isNull());
}

QTEST_MAIN(TestGraphScene)
#include "tst_graphscene.moc"
