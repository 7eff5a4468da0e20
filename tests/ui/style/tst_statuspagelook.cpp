#include "core/json/servicelook.h"
#include "ui/style/languages.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace foghorn;

namespace {

constexpr std::array states{RunState::Stopped, RunState::Waiting, RunState::Starting, RunState::Running,
    RunState::Draining, RunState::Stopping, RunState::Backoff, RunState::Finished, RunState::Failed};
constexpr std::array healths{Health::Unknown, Health::Healthy, Health::Degraded, Health::Unhealthy};
constexpr std::array families{
    StateFamily::Healthy, StateFamily::Degraded, StateFamily::Unhealthy, StateFamily::Busy, StateFamily::Neutral};

QString nameOf(StateFamily family)
{
    switch (family) {
    case StateFamily::Healthy:
        return QStringLiteral("healthy");
    case StateFamily::Degraded:
        return QStringLiteral("degraded");
    case StateFamily::Unhealthy:
        return QStringLiteral("unhealthy");
    case StateFamily::Busy:
        return QStringLiteral("busy");
    case StateFamily::Neutral:
        return QStringLiteral("neutral");
    }
    Q_UNREACHABLE();
}

QString glyphOf(Silhouette silhouette)
{
    switch (silhouette) {
    case Silhouette::Check:
        return QStringLiteral("healthy");
    case Silhouette::Warning:
        return QStringLiteral("degraded");
    case Silhouette::Cross:
        return QStringLiteral("unhealthy");
    case Silhouette::Unchecked:
        return QStringLiteral("unchecked");
    case Silhouette::Starting:
        return QStringLiteral("starting");
    case Silhouette::Stopping:
        return QStringLiteral("stopping");
    case Silhouette::Stopped:
        return QStringLiteral("stopped");
    case Silhouette::Failed:
        return QStringLiteral("failed");
    case Silhouette::Waiting:
        return QStringLiteral("waiting");
    case Silhouette::Backoff:
        return QStringLiteral("backoff");
    case Silhouette::Finished:
        return QStringLiteral("finished");
    }
    Q_UNREACHABLE();
}

/// Every service that looks different, as far as the state, its health and what is known of it decide.
template<typename Look> void forEachEntry(const Look &look)
{
    for (const RunState state : states) {
        for (const Health health : healths) {
            for (int flags = 0; flags < 16; ++flags) {
                RegistryEntry entry;
                entry.info.name = QStringLiteral("edge");
                entry.info.hasProbe = flags & 1;
                entry.info.critical = flags & 2;
                entry.status.state = state;
                entry.status.goal = flags & 4 ? Goal::Up : Goal::Down;
                entry.status.since = Now::read().wall;
                if (flags & 8)
                    entry.status.lostDependencies = {QStringLiteral("dao")};
                entry.health.health = health;
                look(entry);
            }
        }
    }
}

/// The one difference: an operator sees apart what mends itself, and who looks at the page sees what is not there.
bool comesAgainByItself(const RegistryEntry &entry) { return entry.status.state == RunState::Backoff; }

StateFacts factsOf(const RegistryEntry &entry)
{
    return foghorn::factsOf(entry.info, entry.status, entry.health, entry.status.since);
}

/// What a block of the style sheet sets: name to value.
QHash<QString, QColor> colorsIn(const QString &css)
{
    QHash<QString, QColor> colors;
    static const QRegularExpression one(QStringLiteral("--([a-z-]+):\\s*(#[0-9a-f]{6});"));
    for (auto found = one.globalMatch(css); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        colors.insert(match.captured(1), QColor(match.captured(2)));
    }
    return colors;
}

} // namespace

/// Goal A12, beside tst_statuspage: the status page shows states as the window does. Neither may ask the other, so this
/// holds them together.
class TestStatusPageLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void outlinesFamiliesAndUrgencies();
    void words_data();
    void words();
    void bordersOfUrgency();
    void colors();
};

void TestStatusPageLook::outlinesFamiliesAndUrgencies()
{
    int seen = 0;
    forEachEntry([&seen](const RegistryEntry &entry) {
        const ServiceLook page = lookOf(entry);
        const StateLook window = lookOf(factsOf(entry));
        const QString where = Wording::state(factsOf(entry));
        QVERIFY2(page.glyph == glyphOf(window.silhouette), qPrintable(where));
        ++seen;
        if (comesAgainByItself(entry)) {
            QCOMPARE(page.family, QLatin1String("unhealthy"));
            QVERIFY(page.severity >= downSeverity);
            return;
        }
        QVERIFY2(page.family == nameOf(window.family), qPrintable(where));
        QVERIFY2(page.severity == window.severity, qPrintable(where));
    });
    QCOMPARE(seen, 9 * 4 * 16);
}

void TestStatusPageLook::words_data()
{
    QTest::addColumn<QString>("tag");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

void TestStatusPageLook::words()
{
    QFETCH(QString, tag);
    Languages window;
    window.choose(tag);
    const Phrasebook &page = Phrasebook::of(*languageFromWord(tag));
    forEachEntry([&page](const RegistryEntry &entry) {
        const QString said = page(lookOf(entry).words);
        QVERIFY(!said.isEmpty());
        if (!comesAgainByItself(entry))
            QCOMPARE(said, Wording::state(factsOf(entry)));
    });
}

void TestStatusPageLook::bordersOfUrgency()
{
    QCOMPARE(attentionSeverity, AttentionSeverity);
    QCOMPARE(downSeverity, DownSeverity);
}

void TestStatusPageLook::colors()
{
    QFile file(qEnvironmentVariable("FOGHORN_SOURCE") + QStringLiteral("/resources/statuspage/page.css"));
    QVERIFY(file.open(QFile::ReadOnly));
    const QString css = QString::fromUtf8(file.readAll());
    const qsizetype dark = css.indexOf(QStringLiteral("prefers-color-scheme: dark"));
    const qsizetype end = css.indexOf(QStringLiteral("\n.healthy"));
    QVERIFY(dark > 0 && end > dark);
    const std::array grounds{std::pair(StatePalette::Ground::Light, css.left(dark)),
        std::pair(StatePalette::Ground::Dark, css.mid(dark, end - dark))};
    for (const auto &[ground, block] : grounds) {
        const QHash<QString, QColor> page = colorsIn(block);
        for (const StateFamily family : families) {
            const FamilyColors window = StatePalette(ground).colors(family);
            const QString name = nameOf(family);
            QCOMPARE(page.value(name).name(), window.fill.name());
            QCOMPARE(page.value(name + QStringLiteral("-ink")).name(), window.text.name());
            QCOMPARE(page.value(name + QStringLiteral("-chip")).name(), window.chip.name());
            const QString mark =
                family == StateFamily::Degraded ? QStringLiteral("mark-degraded") : QStringLiteral("mark");
            QCOMPARE(page.value(mark).name(), window.onFill.name());
        }
    }
}

QTEST_MAIN(TestStatusPageLook)
#include "tst_statuspagelook.moc"
