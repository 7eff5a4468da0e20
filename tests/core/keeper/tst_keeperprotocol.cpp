#include "core/keeper/ledger.h"
#include "core/keeper/processtable.h"
#include "core/keeper/protocol.h"
#include "core/keeper/wire.h"

#include <QTest>

#include <random>

namespace foghorn::keeper {

class TestKeeperProtocol final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersComeBackAsTheyWere();
    void reportsComeBackAsTheyWere();
    void refusesHostileOrders();
    void survivesMutations();
    void knowsWhatIsOfAnotherRelease();
    void readsATornLedger();
    void readsStatOfAnyName();
};

namespace {

SpawnOrder spawnOrder()
{
    SpawnOrder order;
    order.service = "edge";
    order.argv = {"prog", "", "a b"};
    order.environment = {"A=1", "B="};
    order.workingDirectory = "/w";
    order.logFile = "/l";
    order.nofile = 12;
    order.fingerprint = "f00";
    order.noNewPrivileges = true;
    order.capabilities = 1ULL << 40U;
    return order;
}

} // namespace

void TestKeeperProtocol::ordersComeBackAsTheyWere()
{
    for (const Order &order : {Order(spawnOrder()), Order(SignalOrder{"a", 9, SignalTarget::Group}),
             Order(ForgetOrder{"a"}), Order(ListTreeOrder{"a.b-c_d"}), Order(EndOrder{}),
             Order(NoteOrder{"a", "down.Command"}), Order(NoteOrder{"a", ""})}) {
        const auto back = decodeOrder(encode(order));
        QVERIFY(back && *back == order);
        QVERIFY(!decodeReport(encode(order)));
    }
}

void TestKeeperProtocol::reportsComeBackAsTheyWere()
{
    const KeptService kept = {"a", 5, 6, false, true, {true, 256}, 7, "f00", "up.Unhealthy"};
    for (const Report &report : {Report(KeptReport{{kept, kept}}), Report(SpawnedReport{"a", 1, 2}),
             Report(SpawnFailedReport{"a", {SpawnStep::Program, 2, "x"}}), Report(ExitedReport{"a", {true, 9}, true}),
             Report(TreeEmptyReport{"a"}), Report(TreeListedReport{"a", {1, 2, 3}}), Report(RefusedReport{4}),
             Report(NotifySocketsReport{"/n", "@x"}), Report(NotifiedReport{"a", 5, "READY=1\n"}),
             Report(LeaderReport{"a", 6, true}), Report(NotUnderstoodReport{77})}) {
        const auto back = decodeReport(encode(report));
        QVERIFY(back && *back == report);
        QVERIFY(!decodeOrder(encode(report)));
    }
}

void TestKeeperProtocol::refusesHostileOrders()
{
    const std::string good = encode(Order(spawnOrder()));
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY(!decodeOrder(std::string_view(good).substr(0, size)));
    QVERIFY(!decodeOrder(good + "x"));
    const auto refuses = [](auto change) {
        SpawnOrder order = spawnOrder();
        change(order);
        return !decodeOrder(encode(Order(order)));
    };
    QVERIFY(refuses([](SpawnOrder &o) { o.service = "../evil"; }));
    QVERIFY(refuses([](SpawnOrder &o) { o.service = ".."; }));
    QVERIFY(refuses([](SpawnOrder &o) { o.service = std::string(65, 'a'); }));
    QVERIFY(refuses([](SpawnOrder &o) { o.service = "a\n"; }));
    QVERIFY(refuses([](SpawnOrder &o) { o.argv.clear(); }));
    QVERIFY(refuses([](SpawnOrder &o) { o.argv[0].clear(); }));
    QVERIFY(refuses([](SpawnOrder &o) { o.argv[1] = std::string("a\0b", 3); }));
    QVERIFY(refuses([](SpawnOrder &o) { o.logFile = "relative"; }));
    QVERIFY(refuses([](SpawnOrder &o) { o.workingDirectory.clear(); }));
    QVERIFY(refuses([](SpawnOrder &o) { o.core = -1; }));
    QVERIFY(refuses([](SpawnOrder &o) { o.fingerprint = "a b"; })); // would not be one word of the ledger
    QVERIFY(!decodeOrder(encode(Order(SignalOrder{"a", 0, SignalTarget::Tree}))));
    QVERIFY(!decodeOrder(encode(Order(SignalOrder{"a", 65, SignalTarget::Tree}))));
    QVERIFY(!decodeOrder(encode(Order(SignalOrder{"a", 9, static_cast<SignalTarget>(3)}))));
}

void TestKeeperProtocol::survivesMutations()
{
    std::mt19937 random(20261123);
    const std::string good = encode(Order(spawnOrder()));
    const std::string report = encode(Report(KeptReport{{{"a", 5, 6, false, true, {true, 256}, 7, "f00", ""}}}));
    int accepted = 0;
    for (int i = 0; i < 50'000; ++i) {
        std::string frame = i % 2 ? good : report;
        for (unsigned n = random() % 4 + 1; n > 0; --n)
            frame[random() % frame.size()] = static_cast<char>(random());
        frame.resize(random() % 4 == 0 ? random() % (frame.size() + 1) : frame.size());
        accepted += decodeOrder(frame) || decodeReport(frame) ? 1 : 0;
    }
    QVERIFY(accepted > 0 && accepted < 50'000);
}

void TestKeeperProtocol::knowsWhatIsOfAnotherRelease()
{
    const auto frame = [](std::uint32_t version, std::uint32_t type) {
        FrameWriter w;
        w.number(version << 16U | type);
        w.text("whatever");
        return w.take();
    };
    const auto headOfFrame = [&frame](
                                 std::uint32_t version, std::uint32_t type) { return headOf(frame(version, type)); };
    for (const std::uint32_t version : {1U, protocolVersion - 1, protocolVersion + 1}) {
        QVERIFY(!decodeOrder(frame(version, 0)) && !decodeReport(frame(version, reportBase)));
        QCOMPARE(headOfFrame(version, reportBase).version, version);
        QVERIFY(!isUnknownOrder(headOfFrame(version, 60)) && !isUnknownReport(headOfFrame(version, 160)));
        QVERIFY(isRefusal(headOfFrame(version, 106)) && !isRefusal(headOfFrame(version, 107)));
    }
    QVERIFY(isUnknownOrder(headOfFrame(protocolVersion, 60)) && !isUnknownReport(headOfFrame(protocolVersion, 60)));
    QVERIFY(isUnknownReport(headOfFrame(protocolVersion, 160)) && !isUnknownOrder(headOfFrame(protocolVersion, 160)));
    for (const std::string &known : {encode(Order(EndOrder{})), encode(Report(NotUnderstoodReport{1}))})
        QVERIFY(!isUnknownOrder(headOf(known)) && !isUnknownReport(headOf(known)));
    QVERIFY(isRefusal(headOf(encode(Report(RefusedReport{1})))));
    QCOMPARE(headOf("abc").version, 0U);
    QVERIFY(!isRefusal(headOf({})));
}

void TestKeeperProtocol::readsATornLedger()
{
    const std::string text =
        "foghorn-keeper 1 boot\nspawned a 10 20 30 f00\nspawned b 11 21 31\nexited a 1 256 40\nnonsense\n"
        "spawned c 12 22 32\nstarting e\nstarting f 50 f11\nexited f\nforgotten b\nspawned ../x 1 1 1\nleader b 5 "
        "6\nleader c 13\nleader c 1 2\n"
        "leader c 14 24\nnote a down.Command\nnote c x\nnote c\nnote d x\nnote a ../x\nfuture a 1 2\nspawned d 1";
    const LedgerEntries entries = parseLedger(text, "boot");
    QCOMPARE(entries.size(), 3U);
    QCOMPARE(entries.at("f").pid, 0);
    QCOMPARE(entries.at("f").startedAtMs, 50);
    QCOMPARE(entries.at("f").fingerprint, std::string("f11"));
    QVERIFY(entries.at("a").ended);
    QCOMPARE(entries.at("a").ending.status, 256);
    QCOMPARE(entries.at("a").fingerprint, std::string("f00"));
    QCOMPARE(entries.at("a").note, std::string("down.Command"));
    QVERIFY(!entries.at("c").ended);
    QCOMPARE(entries.at("c").note, std::string());
    QCOMPARE(entries.at("c").pid, 12);
    QCOMPARE(entries.at("c").fingerprint, std::string());
    QVERIFY((entries.at("c").leader == ProcessName{14, 24}));
    QVERIFY(parseLedger(text, "another boot").empty());
    QVERIFY(parseLedger({}, "boot").empty());
}

void TestKeeperProtocol::readsStatOfAnyName()
{
    const std::string tail = " S 5 6 7 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987 1 1\n";
    for (const std::string name : {"sh", "a) R 1 (b", ") (", ""}) {
        const auto entry = parseProcessStat("42 (" + name + ")" + tail);
        QVERIFY(entry);
        QCOMPARE(*entry, (ProcessEntry{42, 5, 6, 7, 'S', 987}));
    }
    for (const char *bad : {"", "42", "42 (sh", "42 (sh) S 1", "(sh) S", "x (sh) S 5 6 7"})
        QVERIFY(!parseProcessStat(bad));
}

} // namespace foghorn::keeper

QTEST_GUILESS_MAIN(foghorn::keeper::TestKeeperProtocol)
#include "tst_keeperprotocol.moc"
