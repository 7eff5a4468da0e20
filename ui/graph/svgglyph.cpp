#include "ui/graph/svgglyph.h"

#include "ui/style/statepalette.h"

namespace foghorn {

namespace {

QString line(const char *path, const QColor &color, double width)
{
    return QStringLiteral("<path d=\"%1\" fill=\"none\" stroke=\"%2\" stroke-width=\"%3\" stroke-linecap=\"round\"/>")
        .arg(QLatin1String(path), color.name())
        .arg(width);
}

QString shape(const char *path, const QColor &color)
{
    return QStringLiteral("<path d=\"%1\" fill=\"%2\"/>").arg(QLatin1String(path), color.name());
}

QString ring(const QColor &color, bool isDashed)
{
    return QStringLiteral("<circle cx=\"8\" cy=\"8\" r=\"6.6\" fill=\"none\" stroke=\"%1\" stroke-width=\"1.8\"%2/>")
        .arg(color.name(), isDashed ? QStringLiteral(" stroke-dasharray=\"3.4 2.2\"") : QString());
}

QString cross(const QColor &color, double width) { return line("M5.4 5.4 10.6 10.6M5.4 10.6 10.6 5.4", color, width); }

QString halfDisc(const QColor &color, bool isLower)
{
    return isLower ? shape("M1 8.5a7 7 0 0 0 14 0z", color) + line("M8 7V1.4M5.4 4 8 1.4 10.6 4", color, 1.8)
                   : shape("M1 7.5a7 7 0 0 1 14 0z", color) + line("M8 9v5.6M5.4 12 8 14.6 10.6 12", color, 1.8);
}

} // namespace

QString svgGlyph(const StateLook &look, const StatePalette &palette)
{
    const FamilyColors colors = palette.colors(look.family);
    const char *check = "M4.6 8.3 7 10.8 11.5 5.6";
    switch (look.silhouette) {
    case Silhouette::Check:
        return shape("M8 .6a7.4 7.4 0 1 0 .01 0z", colors.fill) + line(check, colors.onFill, 2);
    case Silhouette::Warning:
        return shape("M8 .6 15.8 15H.2z", colors.fill) + line("M8 6v4.2M8 12.8v.1", colors.onFill, 2);
    case Silhouette::Cross:
        return shape("M8 0 16 8 8 16 0 8z", colors.fill) + cross(colors.onFill, 2);
    case Silhouette::Unchecked:
        return ring(colors.fill, true) + line("M6 6.2a2 2 0 1 1 2 2.4v.9M8 11.8v.1", colors.fill, 1.6);
    case Silhouette::Starting:
        return halfDisc(colors.fill, true);
    case Silhouette::Stopping:
        return halfDisc(colors.fill, false);
    case Silhouette::Stopped:
        return line("M3 3h10v10H3z", colors.fill, 2);
    case Silhouette::Failed:
        return shape("M4.7.1h6.6l4.6 4.6v6.6l-4.6 4.6H4.7L.1 11.3V4.7z", colors.fill) + cross(colors.onFill, 2.6);
    case Silhouette::Waiting:
        return ring(colors.fill, true) + line("M5 8h.1M8 8h.1M11 8h.1", colors.fill, 1.8);
    case Silhouette::Backoff:
        return ring(colors.fill, false) + line("M8 4.4V8l2.6 1.6", colors.fill, 1.6);
    case Silhouette::Finished:
        return ring(colors.fill, false) + line(check, colors.fill, 1.8);
    }
    return {};
}

} // namespace foghorn
