#include "tests/ui/accesschecks/eveningwindow.h"
#include "ui/style/actionicon.h"
#include "ui/style/statepalette.h"
#include "ui/style/theme.h"
#include "ui/timeline/strippainter.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace foghorn;

namespace {

/// Widths of the bars that a row of pixels cuts, on a white ground.
std::vector<int> barsIn(const QImage &image, int y)
{
    std::vector<int> bars;
    int width = 0;
    for (int x = 0; x <= image.width(); ++x) {
        if (x < image.width() && image.pixelColor(x, y) != QColor(Qt::white)) {
            ++width;
        } else if (width > 0) {
            bars.push_back(width);
            width = 0;
        }
    }
    return bars;
}

/// The share of pixels that are quite another colour.
double differenceOf(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return 1;
    qint64 different = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            different += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 40 ? 1 : 0;
    }
    return static_cast<double>(different) / (static_cast<double>(one.width()) * one.height());
}

} // namespace

/// Goal L4: sharp and even at every ratio of pixels. Goal L5: dark and light take turns, and no colour of before is
/// left anywhere.
class TestScales : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void barsAreEven_data();
    void barsAreEven();
    void iconsHaveTheirPixels_data();
    void iconsHaveTheirPixels();
    void noColourOfBeforeIsLeft();

private:
    static void addRatios()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 1.75, 2.0})
            QTest::addRow("%.2f", ratio) << ratio;
    }
    QHash<QString, QImage> pages(EveningWindow &evening) const;

    std::unique_ptr<Theme> m_theme;
};

void TestScales::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    m_theme->setMode(Theme::Mode::Light);
}

void TestScales::barsAreEven_data() { addRatios(); }

void TestScales::barsAreEven()
{
    QFETCH(double, ratio);
    for (const int width : {350, 411, 523}) {
        QImage image((QSizeF(width, 20) * ratio).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::white);
        CheckMarks marks;
        for (int i = 0; i < 100; ++i)
            marks.append(static_cast<char>(i % 2 == 0 ? CheckMark::Healthy : CheckMark::Unknown));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintStrip(painter, QRectF(0.3, 0.3, width - 1, 19), marks, 100,
            StatePalette::forPalette(Theme::lightPalette()), false);
        painter.end();
        std::set<QRgb> colours;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                colours.insert(image.pixel(x, y));
        }
        QVERIFY2(colours.size() <= 3, qPrintable(QString::number(colours.size()))); // two kinds and the ground: no blur
        const std::vector<int> bars = barsIn(image, image.height() * 7 / 10); // above the base line of every second
        QCOMPARE(bars.size(), 50U);
        const auto [thin, thick] = std::minmax_element(bars.begin(), bars.end());
        QVERIFY2(*thick - *thin <= 1, qPrintable(QStringLiteral("%1 to %2 pixels").arg(*thin).arg(*thick)));
    }
}

void TestScales::iconsHaveTheirPixels_data() { addRatios(); }

void TestScales::iconsHaveTheirPixels()
{
    QFETCH(double, ratio);
    for (const ActionSymbol symbol : {ActionSymbol::Start, ActionSymbol::Graph, ActionSymbol::Close}) {
        const QPixmap pixmap = actionIcon(symbol).pixmap(QSize(16, 16), ratio);
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
        QCOMPARE(pixmap.width(), static_cast<int>(std::lround(16 * ratio)));
        QVERIFY(!pixmap.toImage().isNull());
    }
}

QHash<QString, QImage> TestScales::pages(EveningWindow &evening) const
{
    QHash<QString, QImage> images;
    evening.eachPage([&images](QWidget &root, const QString &name) { images.insert(name, root.grab().toImage()); });
    return images;
}

void TestScales::noColourOfBeforeIsLeft()
{
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        const Theme::Mode other = mode == Theme::Mode::Dark ? Theme::Mode::Light : Theme::Mode::Dark;
        m_theme->setMode(mode);
        QHash<QString, QImage> fresh;
        {
            EveningWindow evening(*m_theme, {}, QSize(1700, 900));
            fresh = pages(evening);
        }
        m_theme->setMode(other);
        EveningWindow evening(*m_theme, {}, QSize(1700, 900));
        pages(evening); // everything has been painted in the other colours
        m_theme->setMode(mode);
        evening.settle();
        const QHash<QString, QImage> turned = pages(evening);
        QCOMPARE(turned.size(), 6);
        for (auto page = turned.cbegin(); page != turned.cend(); ++page) {
            const double difference = differenceOf(page.value(), fresh.value(page.key()));
            const QString folder = qEnvironmentVariable("FOGHORN_PICTURES");
            if (!folder.isEmpty()) {
                page.value().save(folder + u"/turned-" + page.key() + u".png");
                fresh.value(page.key()).save(folder + u"/fresh-" + page.key() + u".png");
            }
            // Times, the cursor of a field and what moves on with the clock may differ.
            QVERIFY2(difference < 0.02, qPrintable(QStringLiteral("%1: %2").arg(page.key()).arg(difference)));
        }
    }
    m_theme->setMode(Theme::Mode::Light);
}

QTEST_MAIN(TestScales)
#include "tst_scales.moc"
