#include "ui/style/connectiontint.h"
#include "ui/style/theme.h"

#include <QPalette>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace foghorn;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

class TestConnectionTint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyColourStandsOut();
    void everyColourHasItsName();
};

void TestConnectionTint::everyColourStandsOut()
{
    const QList<QPalette> palettes{Theme::lightPalette(), Theme::darkPalette(), Theme::highContrastPalette(false),
        Theme::highContrastPalette(true)};
    for (const QPalette &palette : palettes) {
        for (const ConnectionTint tint : ConnectionTints::All) {
            const QColor color = ConnectionTints::color(tint, palette);
            QCOMPARE(color.isValid(), tint != ConnectionTint::None);
            if (color.isValid())
                QVERIFY2(
                    contrast(color, palette.color(QPalette::Window)) >= 3.0, qPrintable(ConnectionTints::name(tint)));
        }
    }
}

void TestConnectionTint::everyColourHasItsName()
{
    QSet<QString> names;
    for (const ConnectionTint tint : ConnectionTints::All) {
        names.insert(ConnectionTints::name(tint));
        QVERIFY(!ConnectionTints::icon(tint).pixmap(16, 16).isNull());
    }
    QCOMPARE(names.size(), qsizetype(ConnectionTints::All.size()));
    QVERIFY(!names.contains(QString()));
}

QTEST_MAIN(TestConnectionTint)
#include "tst_connectiontint.moc"
