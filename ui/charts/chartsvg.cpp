#include "ui/charts/chartsvg.h"

#include "ui/charts/responsepoints.h"
#include "ui/style/isolated.h"

#include "core/base/names.h"

#include <QLocale>
#include <QRectF>
#include <QXmlStreamWriter>

#include <algorithm>

namespace foghorn {

namespace {

// In the drawing's own units; what shows it scales them.
constexpr double wide = 1000;
constexpr double line = 16; ///< height of a line of text
constexpr double margin = 24;
constexpr double plotHeight = 300;
constexpr double nameRoom = 150; ///< for the names at the lines' ends
constexpr double valueRoom = 60;

QString number(double value) { return QString::number(value, 'f', 1); }

class Drawing
{
public:
    Drawing(const ChartDrawing &what, const StatePalette &palette)
        : m_what(what)
        , m_palette(palette)
        , m_xml(&m_bytes)
        , m_plot(margin + valueRoom, 0, wide - 2 * margin - valueRoom - nameRoom, plotHeight)
    {
        m_plot.moveTop(margin + line * 3 + static_cast<double>(what.bars.size()) * line * 1.5 + line);
        m_axis = axisFor(highestOf(what.content));
    }

    QByteArray run()
    {
        const QString height = number(m_plot.bottom() + line * 3);
        m_xml.setAutoFormatting(true);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("svg"));
        m_xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
        set("viewBox", QStringLiteral("0 0 %1 %2").arg(number(wide), height));
        set("width", number(wide));
        set("height", height);
        set("font-family", QStringLiteral("sans-serif"));
        set("font-size", number(line * 0.75));
        set("role", QStringLiteral("img"));
        m_xml.writeTextElement(QStringLiteral("title"), m_what.title);
        m_xml.writeTextElement(QStringLiteral("desc"), m_what.description);
        rect({0, 0, wide, m_plot.bottom() + line * 3}, m_what.ground);
        text({margin, margin + line}, m_what.title, m_what.ink, "start", true);
        drawBars();
        drawAxes();
        drawLimit();
        for (const ChartLine &one : m_what.content.lines)
            drawLine(one);
        drawTimeouts();
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void set(const char *name, const QString &value) { m_xml.writeAttribute(QString::fromLatin1(name), value); }
    void rect(const QRectF &where, const QColor &color)
    {
        m_xml.writeEmptyElement(QStringLiteral("rect"));
        set("x", number(where.x()));
        set("y", number(where.y()));
        set("width", number(where.width()));
        set("height", number(where.height()));
        set("fill", color.name());
    }
    void path(const QString &way, const QColor &color, double width)
    {
        m_xml.writeEmptyElement(QStringLiteral("path"));
        set("d", way);
        set("fill", QStringLiteral("none"));
        set("stroke", color.name());
        set("stroke-width", number(width));
    }
    /// `anchor`: start, middle or end; `at` is on the base line.
    void text(const QPointF &at, const QString &words, const QColor &color, const char *anchor, bool bold = false)
    {
        m_xml.writeStartElement(QStringLiteral("text"));
        set("x", number(at.x()));
        set("y", number(at.y()));
        set("fill", color.name());
        set("text-anchor", QString::fromLatin1(anchor));
        if (bold)
            set("font-weight", QStringLiteral("bold"));
        m_xml.writeCharacters(printable(withoutIsolation(words)));
        m_xml.writeEndElement();
    }
    QPointF place(const QPointF &point) const
    {
        const auto from = static_cast<double>(m_what.content.window.from.time_since_epoch().count());
        const auto length = static_cast<double>(m_what.content.window.length().count());
        return {m_plot.left() + (point.x() - from) / length * m_plot.width(),
            m_plot.bottom() - point.y() / m_axis.end * m_plot.height()};
    }

    void drawBars()
    {
        double y = margin + line * 2.5;
        for (const UptimeBar &bar : m_what.bars) {
            constexpr double titles = 300;
            const QRectF all(margin + titles, y - line * 0.7, wide - 2 * margin - titles - nameRoom, line * 0.8);
            text({margin, y}, bar.title, m_what.ink, "start");
            rect(all, m_palette.hairline());
            if (bar.uptime.share) {
                rect(all, m_palette.colors(StateFamily::Unhealthy).fill);
                rect({all.topLeft(), QSizeF(all.width() * *bar.uptime.share, all.height())},
                    m_palette.colors(StateFamily::Healthy).fill);
            }
            text({all.right() + line, y}, uptimeText(bar.uptime), m_what.ink, "start");
            y += line * 1.5;
        }
    }
    void drawAxes()
    {
        for (int step = 0; step <= m_axis.steps; ++step) {
            const double value = m_axis.end * step / m_axis.steps;
            const double y = m_plot.bottom() - m_plot.height() * step / m_axis.steps;
            rect({m_plot.left(), y, m_plot.width(), 1}, m_palette.hairline());
            text({m_plot.left() - line / 2, y + line / 4}, QLocale().toString(value, 'g', 4), m_what.ink, "end");
        }
        text({m_plot.left() - line / 2, m_plot.top() - line / 2}, QStringLiteral("ms"), m_what.ink, "end");
        constexpr int most = 8;
        const QList<TimeTick> ticks = ticksOf(m_what.content.window, most);
        for (const TimeTick &tick : ticks) {
            const double x = place({static_cast<double>(tick.at.time_since_epoch().count()), 0}).x();
            rect({x, m_plot.bottom(), 1, line / 3}, m_palette.hairline());
            text({x, m_plot.bottom() + line * 1.3}, tick.label, m_what.ink, "middle");
        }
    }
    void drawLimit()
    {
        if (!m_what.content.limit)
            return;
        const ChartLimit &limit = *m_what.content.limit;
        const QColor ink = m_palette.colors(StateFamily::Neutral).text;
        const bool isSeen = limit.value <= m_axis.end;
        const double y = isSeen ? m_plot.bottom() - limit.value / m_axis.end * m_plot.height() : m_plot.top() + line;
        if (isSeen) {
            m_xml.writeEmptyElement(QStringLiteral("path"));
            set("d", QStringLiteral("M%1 %3H%2").arg(number(m_plot.left()), number(m_plot.right()), number(y)));
            set("stroke", ink.name());
            set("stroke-dasharray", number(line / 3));
        }
        text({m_plot.left() + line / 3, y - line / 4}, isSeen ? limit.name : limit.name + QStringLiteral(" ↑"), ink,
            "start");
    }
    void drawLine(const ChartLine &one)
    {
        for (const QList<QPointF> &run : one.runs) {
            QString way;
            for (const QPointF &point : run) {
                const QPointF at = place(point);
                way += (way.isEmpty() ? u'M' : u'L') + number(at.x()) + u' ' + number(at.y());
            }
            if (run.size() == 1) // a point alone is no line
                way += QStringLiteral("h1");
            path(way, one.color, 2);
        }
        if (!one.runs.isEmpty() && !one.runs.constLast().isEmpty())
            text({m_plot.right() + line / 2, place(one.runs.constLast().constLast()).y() + line / 4}, one.name,
                one.color, "start");
    }
    void drawTimeouts()
    {
        constexpr double half = line / 4;
        for (const WallTime at : m_what.content.timeouts) {
            const double x = place({static_cast<double>(at.time_since_epoch().count()), 0}).x();
            const double y = m_plot.top() - half;
            path(QStringLiteral("M%1 %2L%3 %4M%1 %4L%3 %2")
                     .arg(number(x - half), number(y - half), number(x + half), number(y + half)),
                m_palette.colors(StateFamily::Unhealthy).text, 2);
        }
    }

    const ChartDrawing &m_what;
    const StatePalette &m_palette;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    QRectF m_plot;
    ValueAxis m_axis;
};

} // namespace

QByteArray chartSvg(const ChartDrawing &drawing, const StatePalette &palette)
{
    return Drawing(drawing, palette).run();
}

} // namespace foghorn
