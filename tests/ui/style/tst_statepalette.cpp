#include "ui/style/chartcolors.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/style/theme.h"

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QTest>

#include <cmath>

using namespace foghorn;

namespace {

constexpr std::array Families{
    StateFamily::Healthy, StateFamily::Degraded, StateFamily::Unhealthy, StateFamily::Busy, StateFamily::Neutral};
constexpr std::array Grounds{StatePalette::Ground::Light, StatePalette::Ground::Dark};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// The formula of WCAG 2.
double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

struct Lab
{
    double l, a, b;
};

Lab labOf(const std::array<double, 3> &rgb)
{
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// Machado 2009, full strength; the first is normal vision.
constexpr std::array<std::array<double, 9>, 4> Visions{{{1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}}};

Lab seen(const QColor &color, const std::array<double, 9> &m)
{
    const std::array<double, 3> in{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = std::clamp(m[i * 3] * in[0] + m[i * 3 + 1] * in[1] + m[i * 3 + 2] * in[2], 0.0, 1.0);
    return labOf(out);
}

double degrees(double radians)
{
    const double value = radians * 180 / M_PI;
    return value < 0 ? value + 360 : value;
}

/// CIEDE2000.
double difference(const Lab &p, const Lab &q)
{
    const auto rad = [](double d) { return d * M_PI / 180; };
    const double mean = (std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(mean, 7) / (std::pow(mean, 7) + std::pow(25.0, 7))));
    const double c1 = std::hypot(p.a * (1 + g), p.b);
    const double c2 = std::hypot(q.a * (1 + g), q.b);
    const double h1 = c1 == 0 ? 0 : degrees(std::atan2(p.b, p.a * (1 + g)));
    const double h2 = c2 == 0 ? 0 : degrees(std::atan2(q.b, q.a * (1 + g)));
    double dh = h2 - h1;
    if (std::abs(dh) > 180)
        dh += dh > 0 ? -360 : 360;
    const double dl = q.l - p.l;
    const double dc = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(rad(dh / 2));
    const double l = (p.l + q.l) / 2;
    const double c = (c1 + c2) / 2;
    double h = (h1 + h2) / 2;
    if (std::abs(h1 - h2) > 180)
        h += h < 180 ? 180 : -180;
    const double t = 1 - 0.17 * std::cos(rad(h - 30)) + 0.24 * std::cos(rad(2 * h)) + 0.32 * std::cos(rad(3 * h + 6))
        - 0.2 * std::cos(rad(4 * h - 63));
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double rt = -2 * std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)))
        * std::sin(rad(60 * std::exp(-std::pow((h - 275) / 25, 2))));
    return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dH / sh, 2) + rt * dc / sc * dH / sh);
}

QImage glyphImage(Silhouette silhouette, StateFamily family, StatePalette::Ground ground)
{
    const StatePalette palette(ground);
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    StateLook look;
    look.silhouette = silhouette;
    look.family = family;
    paintGlyph(painter, QRectF(0, 0, 16, 16), look, palette);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

} // namespace

/// Goals A7 and A8: enough contrast on each ground, and colours and outlines apart for every eye, and in grey (A10).
class TestStatePalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastsHold_data();
    void contrastsHold();
    void highContrastIsHigh();
    void familiesDifferForEveryEye();
    void chartLinesDifferForEveryEye();
    void silhouettesDifferInGrey();
    void groundFollowsThePalette();
};

void TestStatePalette::contrastsHold_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << Theme::lightPalette();
    QTest::newRow("dark") << Theme::darkPalette();
    QTest::newRow("high contrast, light") << Theme::highContrastPalette(false);
    QTest::newRow("high contrast, dark") << Theme::highContrastPalette(true);
}

void TestStatePalette::contrastsHold()
{
    QFETCH(QPalette, palette);
    const StatePalette states = StatePalette::forPalette(palette);
    const std::array grounds{
        palette.color(QPalette::Window), palette.color(QPalette::Base), palette.color(QPalette::AlternateBase)};
    for (const StateFamily family : Families) {
        const FamilyColors colors = states.colors(family);
        for (const QColor &behind : grounds) {
            QVERIFY2(contrast(colors.fill, behind) >= 3, qPrintable(colors.fill.name() + behind.name()));
            QVERIFY2(contrast(colors.text, behind) >= 4.5, qPrintable(colors.text.name() + behind.name()));
        }
        QVERIFY(contrast(colors.text, colors.chip) >= 4.5);
        QVERIFY(contrast(colors.fill, colors.chip) >= 3);
        QVERIFY(contrast(colors.onFill, colors.fill) >= 4.5);
    }
    for (const QColor &behind : grounds) {
        QVERIFY(contrast(states.focusRing(), behind) >= 3);
        QVERIFY(contrast(states.edge(), behind) >= 3);
        QVERIFY(contrast(palette.color(QPalette::WindowText), behind) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), behind) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Link), behind) >= 4.5);
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
}

/// Seven to one for all words, and what is selected stands out from what is not.
void TestStatePalette::highContrastIsHigh()
{
    for (const bool dark : {false, true}) {
        const QPalette palette = Theme::highContrastPalette(dark);
        const StatePalette states = StatePalette::forPalette(palette);
        QVERIFY(states.isHighContrast());
        QCOMPARE(states.ground() == StatePalette::Ground::Dark, dark);
        const QColor base = palette.color(QPalette::Base);
        for (const StateFamily family : Families) {
            QVERIFY(contrast(states.colors(family).text, base) >= 20.9);
            // Glyphs, strips and words are painted on what is selected too.
            QVERIFY(contrast(states.colors(family).text, palette.color(QPalette::Highlight)) >= 6.9);
        }
        for (const auto role :
            {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText, QPalette::Link})
            QVERIFY2(contrast(palette.color(role), base) >= 7, qPrintable(palette.color(role).name()));
        QVERIFY(contrast(palette.color(QPalette::Highlight), base) >= 2.95);
        QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::Text), base) >= 4.5);
        QVERIFY(contrast(states.hairline(), base) >= 3);
        QVERIFY(contrast(states.faintEdge(), base) >= 3);
    }
    QVERIFY(!StatePalette::forPalette(Theme::lightPalette()).isHighContrast());
    QVERIFY(!StatePalette::forPalette(Theme::darkPalette()).isHighContrast());
}

void TestStatePalette::familiesDifferForEveryEye()
{
    for (const auto ground : Grounds) {
        const StatePalette states(ground);
        for (const auto &vision : Visions) {
            for (const StateFamily a : Families) {
                for (const StateFamily b : Families) {
                    if (a >= b)
                        continue;
                    const double delta =
                        difference(seen(states.colors(a).fill, vision), seen(states.colors(b).fill, vision));
                    QVERIFY2(delta >= 10, qPrintable(QString::number(delta)));
                }
            }
        }
    }
}

void TestStatePalette::chartLinesDifferForEveryEye()
{
    for (const auto ground : Grounds) {
        const bool light = ground == StatePalette::Ground::Light;
        const QPalette palette = light ? Theme::lightPalette() : Theme::darkPalette();
        for (int a = 0; a < mostCompared; ++a) {
            const QColor color = comparedColor(ground, a);
            QVERIFY2(contrast(color, palette.color(QPalette::Base)) >= 4.5, qPrintable(color.name()));
            for (int b = a + 1; b < mostCompared; ++b) {
                for (const auto &vision : Visions) {
                    const double delta = difference(seen(color, vision), seen(comparedColor(ground, b), vision));
                    const double least = b == 1 ? 40 : 10; // average and p95
                    QVERIFY2(delta >= least, qPrintable(color.name() + u' ' + QString::number(delta)));
                }
            }
        }
        QCOMPARE(averageColor(ground), comparedColor(ground, 0));
        QCOMPARE(p95Color(ground), comparedColor(ground, 1));
    }
}

void TestStatePalette::silhouettesDifferInGrey()
{
    using S = Silhouette;
    using F = StateFamily;
    const QList<std::pair<S, F>> eight{{S::Check, F::Healthy}, {S::Warning, F::Degraded}, {S::Cross, F::Unhealthy},
        {S::Unchecked, F::Neutral}, {S::Starting, F::Busy}, {S::Stopping, F::Busy}, {S::Stopped, F::Neutral},
        {S::Failed, F::Unhealthy}};
    for (qsizetype i = 0; i < eight.size(); ++i) {
        for (qsizetype j = i + 1; j < eight.size(); ++j) {
            // The same family for both: only the outline may tell them apart here.
            const QImage a = glyphImage(eight.at(i).first, F::Neutral, StatePalette::Ground::Light);
            const QImage b = glyphImage(eight.at(j).first, F::Neutral, StatePalette::Ground::Light);
            int different = 0;
            for (int y = 0; y < 16; ++y) {
                for (int x = 0; x < 16; ++x)
                    different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 40 ? 1 : 0;
            }
            QVERIFY2(different * 100 >= 20 * 256,
                qPrintable(QStringLiteral("%1 and %2: %3 of 256").arg(i + 1).arg(j + 1).arg(different)));
        }
    }
}

void TestStatePalette::groundFollowsThePalette()
{
    QCOMPARE(StatePalette::forPalette(Theme::lightPalette()).ground(), StatePalette::Ground::Light);
    QCOMPARE(StatePalette::forPalette(Theme::darkPalette()).ground(), StatePalette::Ground::Dark);
}

QTEST_MAIN(TestStatePalette)
#include "tst_statepalette.moc"
