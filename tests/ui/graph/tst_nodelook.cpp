#include "ui/graph/nodelook.h"

#include "tests/ui/support/fakefleet.h"
#include "ui/graph/edgelook.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace foghorn;

namespace {

NodeStyle lightStyle(Qt::LayoutDirection direction = Qt::LeftToRight)
{
    return NodeStyle::of(QApplication::font(), Theme::lightPalette(), direction);
}

/// A node at a scale, with a margin of ten pixels around it.
QImage paintedNode(const NodePicture &node, const NodeStyle &style, qreal scale)
{
    QImage image((style.size * scale).toSize() + QSize(20, 20), QImage::Format_RGB32);
    image.fill(style.palette.color(QPalette::Window));
    QPainter painter(&image);
    painter.translate(10, 10);
    painter.scale(scale, scale);
    paintNode(painter, node, style, scale);
    return image;
}

int count(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return found;
}

ServiceRow rowWith(Health health)
{
    ServiceRegistry registry;
    registry.setOutline(fakeOutline(QStringLiteral("x"), {{QStringLiteral("onion")}}));
    setState(registry, QStringLiteral("onion"), RunState::Running);
    addChecks(registry, QStringLiteral("onion"), health, 100);
    return rowOf(*registry.find(QStringLiteral("onion")), Now::read().wall);
}

} // namespace

class TestNodeLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detailFollowsScale();
    void blocksTellSeverityByHeight();
    void smallNodesHaveNoWords();
    void theBandIsAtTheLeadingEdge();
    void affectedIsHatched();
    void badgesAreThereInFullOnly();
    void selectedHasADoubleLine();
    void fadedIsFainter();
    void groupsCountFamilies();
    void edgesPointTheirWay();
};

void TestNodeLook::detailFollowsScale()
{
    QCOMPARE(detailAt(2), NodeDetail::Full);
    QCOMPARE(detailAt(0.75), NodeDetail::Full);
    QCOMPARE(detailAt(0.74), NodeDetail::Name);
    QCOMPARE(detailAt(0.45), NodeDetail::Name);
    QCOMPARE(detailAt(0.44), NodeDetail::Block);
    QCOMPARE(detailAt(0.03), NodeDetail::Block);
}

void TestNodeLook::blocksTellSeverityByHeight()
{
    const NodeStyle style = lightStyle();
    const qreal scale = 0.4;
    const auto filledShare = [&](Health health) {
        const ServiceRow row = rowWith(health);
        const QImage image = paintedNode({row, {}}, style, scale);
        const QColor fill = style.states.colors(row.look.family).fill;
        const int x = 10 + static_cast<int>(style.size.width() * scale / 8); // beside the cross
        int filled = 0;
        for (int y = 12; y < 8 + style.size.height() * scale; ++y)
            filled += image.pixelColor(x, y) == fill ? 1 : 0;
        return filled / (style.size.height() * scale - 4);
    };
    const double healthy = filledShare(Health::Healthy);
    const double degraded = filledShare(Health::Degraded);
    const double unhealthy = filledShare(Health::Unhealthy);
    QVERIFY2(std::abs(healthy - 0.33) < 0.12, qPrintable(QString::number(healthy)));
    QVERIFY2(std::abs(degraded - 0.66) < 0.12, qPrintable(QString::number(degraded)));
    QVERIFY2(unhealthy > 0.9, qPrintable(QString::number(unhealthy)));
}

void TestNodeLook::smallNodesHaveNoWords()
{
    const NodeStyle style = lightStyle();
    const NodePicture node{rowWith(Health::Healthy), {}};
    const auto inks = [&](qreal scale) {
        QSet<QRgb> colors;
        const QImage image = paintedNode(node, style, scale);
        for (int y = 12; y < image.height() - 12; ++y) {
            for (int x = 12; x < image.width() - 12; ++x)
                colors.insert(image.pixel(x, y));
        }
        return colors.size();
    };
    QVERIFY(inks(0.44) <= 4); // ground, bar, and a blend at its upper end: letters would bring dozens
    QVERIFY(inks(0.46) > 10);
}

void TestNodeLook::theBandIsAtTheLeadingEdge()
{
    const NodePicture node{rowWith(Health::Healthy), {}};
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        const NodeStyle style = lightStyle(direction);
        const QImage image = paintedNode(node, style, 1);
        const QColor fill = style.states.colors(StateFamily::Healthy).fill;
        const int middle = image.height() / 2;
        const QColor left = image.pixelColor(12, middle);
        const QColor right = image.pixelColor(image.width() - 13, middle);
        QCOMPARE(direction == Qt::LeftToRight ? left : right, fill);
        QVERIFY((direction == Qt::LeftToRight ? right : left) != fill);
    }
}

void TestNodeLook::affectedIsHatched()
{
    const NodeStyle style = lightStyle();
    NodePicture node{rowWith(Health::Healthy), {}};
    const QColor fill = style.states.colors(StateFamily::Healthy).fill;
    const auto bandPixels = [&] {
        const QImage image = paintedNode(node, style, 1);
        return count(image.copy(11, 16, static_cast<int>(style.band) - 2, image.height() - 32), fill);
    };
    const int plain = bandPixels();
    node.marks.affected = true;
    const int hatched = bandPixels();
    QVERIFY(hatched > plain / 3);
    QVERIFY(hatched < plain * 19 / 20);
}

/// What is written at the end of the name's line: nothing, and more with each badge; smaller cards have none of it.
void TestNodeLook::badgesAreThereInFullOnly()
{
    const NodeStyle style = lightStyle();
    const auto ink = [&style](const NodePicture &node, qreal scale) {
        const QImage image = paintedNode(node, style, scale);
        const QImage corner = image.copy(image.width() / 2, 10, image.width() / 2 - 14, image.height() / 3 - 10);
        return corner.width() * corner.height() - count(corner, style.palette.color(QPalette::Base));
    };
    NodePicture node{rowWith(Health::Healthy), {}};
    int before = ink(node, 1);
    const int reduced = ink(node, TextScale);
    const auto grows = [&](const char *badge) {
        const int now = ink(node, 1);
        QVERIFY2(now > before, badge);
        before = now;
        QVERIFY2(ink(node, TextScale) == reduced, badge);
    };
    node.marks.muted = true;
    grows("muted");
    node.marks.pinned = true;
    grows("pinned");
    node.row.facts.critical = true;
    grows("critical");
    node.row.restartCount = 3;
    grows("restarts");
}

void TestNodeLook::selectedHasADoubleLine()
{
    const NodeStyle style = lightStyle();
    NodePicture node{rowWith(Health::Healthy), {}};
    node.marks.selected = true;
    node.marks.focused = true;
    const QImage image = paintedNode(node, style, 1);
    const int middle = image.height() * 2 / 3;
    QList<int> dark; // columns of the line colour near the trailing edge
    for (int x = image.width() - 20; x < image.width(); ++x) {
        if (image.pixelColor(x, middle).lightness() < 140)
            dark.append(x);
    }
    int lines = 0;
    for (qsizetype i = 0; i < dark.size(); ++i)
        lines += i == 0 || dark.at(i) > dark.at(i - 1) + 1 ? 1 : 0;
    QCOMPARE(lines, 3); // two of the selection and the ring of the focus
}

void TestNodeLook::fadedIsFainter()
{
    const NodeStyle style = lightStyle();
    NodePicture node{rowWith(Health::Unhealthy), {}};
    const QColor fill = style.states.colors(StateFamily::Unhealthy).fill;
    QVERIFY(count(paintedNode(node, style, 1), fill) > 100);
    node.marks.emphasis = NodeEmphasis::Faded;
    QCOMPARE(count(paintedNode(node, style, 1), fill), 0);
}

void TestNodeLook::groupsCountFamilies()
{
    const ServiceRow well = rowWith(Health::Healthy);
    const ServiceRow bad = rowWith(Health::Unhealthy);
    const GroupPicture group = GroupPicture::of({}, 2, {&well, &bad, &well});
    QCOMPARE(group.count, 3);
    QCOMPARE(group.families[static_cast<std::size_t>(StateFamily::Healthy)], 2);
    QCOMPARE(group.families[static_cast<std::size_t>(StateFamily::Unhealthy)], 1);
    QCOMPARE(group.worst.family, StateFamily::Unhealthy);
    QCOMPARE(spokenGroup(group), QStringLiteral("Layer 2, 3 services, 1 down, folded"));
    QCOMPARE(GroupPicture::of({}, 0, {&well}).worst.family, StateFamily::Healthy);
}

void TestNodeLook::edgesPointTheirWay()
{
    const QPainterPath right = edgeCurve({{0, 0}, {100, 40}});
    QVERIFY(right.boundingRect().right() < 100); // the head fills the rest
    QCOMPARE(right.pointAtPercent(0), QPointF(0, 0));
    const QPainterPath left = edgeCurve({{0, 0}, {-100, 40}});
    QVERIFY(left.boundingRect().left() > -100);
    QVERIFY(edgeCurve({}).isEmpty());
}

QTEST_MAIN(TestNodeLook)
#include "tst_nodelook.moc"
