#include "ui/graph/graphsvg.h"

#include "ui/graph/graphpicture.h"
#include "ui/graph/svgglyph.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace foghorn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::GraphSvg)
};

/// As the content of an element or an attribute.
QString escaped(const QString &text)
{
    QString clean = printable(withoutIsolation(text));
    for (QChar &c : clean) {
        if (c.unicode() >= 0xfffe) // XML knows no such characters
            c = QChar(u'□');
    }
    return clean.toHtmlEscaped();
}

QString number(qreal value) { return QString::number(value, 'f', 1); }

QString point(QPointF at) { return number(at.x()) + u' ' + number(at.y()); }

class SvgWriter final
{
public:
    explicit SvgWriter(const GraphPicture &picture)
        : m_picture(picture)
        , m_style(picture.style)
    {
    }

    QByteArray write()
    {
        begin();
        for (const EdgePicture &edge : m_picture.edges) {
            if (edge.route.size() > 1)
                writeEdge(edge);
        }
        for (const auto &header : m_picture.headers)
            writeHeader(header);
        for (const auto &group : m_picture.groups)
            writeGroup(group);
        for (const auto &node : m_picture.nodes)
            writeNode(node);
        m_out += QStringLiteral("</svg>\n");
        return m_out.toUtf8();
    }

private:
    void begin()
    {
        const QRectF &box = m_picture.bounds;
        m_out += QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"%1\" height=\"%2\" "
                                "viewBox=\"%3 %4 %1 %2\" role=\"img\" aria-labelledby=\"title description\" "
                                "font-family=\"%5, sans-serif\" font-size=\"%6\"%7>\n")
                     .arg(number(box.width()), number(box.height()), number(box.x()), number(box.y()),
                         escaped(m_style.font.family()), number(QFontMetricsF(m_style.font).height() * 0.8),
                         m_style.direction == Qt::RightToLeft ? QStringLiteral(" direction=\"rtl\"") : QString());
        m_out += QStringLiteral("<title id=\"title\">%1</title>\n<desc id=\"description\">%2</desc>\n")
                     .arg(escaped(Words::tr("Services of %1").arg(m_picture.title)),
                         escaped(Words::tr("Each layer is a column; arrows lead from a service to what needs it.")));
        m_out += QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>\n")
                     .arg(number(box.x()), number(box.y()), number(box.width()), number(box.height()),
                         color(QPalette::Window).name());
    }

    QColor color(QPalette::ColorRole role) const { return m_style.palette.color(role); }

    void writeText(const QRectF &rect, const QString &text, const QColor &ink, bool isBold = false, bool atEnd = false)
    {
        const QFont &font = isBold ? m_style.boldFont : m_style.font;
        const QRectF place = m_style.mirrored(rect, m_style.size.width());
        const bool isRight = atEnd == (m_style.direction == Qt::LeftToRight);
        const QString shown = QFontMetricsF(font).elidedText(printable(text), Qt::ElideMiddle, rect.width() + 1);
        m_out +=
            QStringLiteral("<text x=\"%1\" y=\"%2\" fill=\"%3\"%4%5>%6</text>")
                .arg(number(isRight ? place.right() : place.left()), number(place.center().y() + m_style.line * 0.28),
                    ink.name(), isBold ? QStringLiteral(" font-weight=\"bold\"") : QString(),
                    atEnd ? QStringLiteral(" text-anchor=\"end\"") : QString(), escaped(shown));
    }

    void writeGlyph(const QRectF &rect, const StateLook &look)
    {
        const QRectF place = m_style.mirrored(rect, m_style.size.width());
        m_out += QStringLiteral("<g transform=\"translate(%1) scale(%2)\">%3</g>")
                     .arg(point(place.topLeft()), QString::number(place.width() / 16, 'f', 3),
                         svgGlyph(look, m_style.states));
    }

    template<typename What> void open(const GraphPicture::Placed<What> &placed)
    {
        m_out +=
            QStringLiteral("<g transform=\"translate(%1)\"%2><title>%3</title>")
                .arg(point(placed.at),
                    placed.what.marks.emphasis == NodeEmphasis::Faded ? QStringLiteral(" opacity=\"0.35\"") : QString(),
                    escaped(placed.spoken));
    }

    void close() { m_out += QStringLiteral("</g>\n"); }

    void writeCard(StateFamily family)
    {
        const QRectF band = m_style.mirrored({0, 0, m_style.band, m_style.size.height()}, m_style.size.width());
        m_out += QStringLiteral("<rect width=\"%1\" height=\"%2\" rx=\"4\" fill=\"%3\" stroke=\"%4\"/>"
                                "<rect x=\"%5\" width=\"%6\" height=\"%2\" fill=\"%7\"/>")
                     .arg(number(m_style.size.width()), number(m_style.size.height()), color(QPalette::Base).name(),
                         m_style.states.edge().name(), number(band.x()), number(band.width()),
                         m_style.states.colors(family).fill.name());
    }

    QRectF row(int index) const
    {
        const qreal left = m_style.band + m_style.line * 0.5;
        const qreal height = m_style.size.height() / 3.2;
        return {left, m_style.size.height() * 0.05 + index * height, m_style.size.width() - left - m_style.line * 0.5,
            height};
    }

    void writeNode(const GraphPicture::Placed<NodePicture> &node)
    {
        const ServiceRow &service = node.what.row;
        open(node);
        writeCard(service.look.family);
        writeText(row(0), service.id, color(QPalette::Text), true);
        const QRectF second = row(1);
        const qreal side = m_style.line * 0.95;
        writeGlyph({second.x(), second.center().y() - side / 2, side, side}, service.look);
        const QString word =
            node.what.marks.affected ? Words::tr("%1, affected").arg(service.shortState) : service.shortState;
        writeText(second.adjusted(side * 1.35, 0, 0, 0), word, m_style.states.colors(service.look.family).text);
        if (service.response)
            writeText(row(2), Wording::response(*service.response), color(QPalette::PlaceholderText), false, true);
        close();
    }

    void writeGroup(const GraphPicture::Placed<GroupPicture> &group)
    {
        open(group);
        writeCard(group.what.worst.family);
        writeText(row(0), titleOf(group.what), color(QPalette::Text), true);
        writeText(row(1), Words::tr("%Ln services", nullptr, group.what.count), color(QPalette::PlaceholderText));
        const QRectF third = row(2);
        const qreal side = m_style.line * 0.95;
        writeGlyph({third.x(), third.center().y() - side / 2, side, side}, group.what.worst);
        close();
    }

    void writeHeader(const GraphPicture::Placed<HeaderPicture> &header)
    {
        open(header);
        writeText(QRectF(QPointF(0, 0), headerSize(m_style)), Words::tr("Layer %1").arg(header.what.layer),
            color(QPalette::WindowText));
        close();
    }

    void writeEdge(const EdgePicture &edge)
    {
        QString path;
        for (int i = 0; i < edge.path.elementCount(); ++i) {
            const QPainterPath::Element element = edge.path.elementAt(i);
            if (element.type == QPainterPath::MoveToElement)
                path += u'M';
            else if (element.type == QPainterPath::LineToElement)
                path += u'L';
            else if (element.type == QPainterPath::CurveToElement)
                path += u'C';
            else
                path += u' ';
            path += point(element);
        }
        const QColor ink = edge.broken ? m_style.states.colors(StateFamily::Unhealthy).fill
            : edge.required            ? m_style.states.edge()
                                       : m_style.states.faintEdge();
        const QPointF tip = edge.route.back();
        const qreal back = edge.route.back().x() < edge.route.front().x() ? 8 : -8;
        m_out += QStringLiteral("<g stroke=\"%1\"%2><path d=\"%3\" fill=\"none\"%4/>"
                                "<path d=\"M%5L%6L%7z\" fill=\"%8\"/></g>\n")
                     .arg(ink.name(),
                         m_picture.fadeOthers && edge.tone == EdgeTone::None ? QStringLiteral(" opacity=\"0.35\"")
                                                                             : QString(),
                         path, edge.required ? QString() : QStringLiteral(" stroke-dasharray=\"5 4\""), point(tip),
                         point(tip + QPointF(back, -4)), point(tip + QPointF(back, 4)),
                         (edge.required ? ink : color(QPalette::Base)).name());
        if (edge.broken)
            writeBreak(edge.path.pointAtPercent(0.5));
    }

    void writeBreak(QPointF middle)
    {
        const StateLook broken{StateFamily::Unhealthy, Silhouette::Cross, Badge::None, 0};
        m_out += QStringLiteral("<g transform=\"translate(%1) scale(0.9)\">%2</g>\n")
                     .arg(point(middle - QPointF(7.2, 7.2)), svgGlyph(broken, m_style.states));
    }

    const GraphPicture &m_picture;
    const NodeStyle &m_style;
    QString m_out;
};

} // namespace

QByteArray toSvg(const GraphPicture &picture) { return SvgWriter(picture).write(); }

} // namespace foghorn
