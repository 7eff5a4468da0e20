#include "core/fleetfile/reference.h"

#include <algorithm>
#include <array>

namespace foghorn {
namespace {

constexpr std::array<QStringView, 3> prefixes{u"port.", u"endpoint.", u"services."};

/// The next run of dollars before something that looks like a reference.
struct Marker
{
    qsizetype begin = -1; ///< of the dollars; -1: there is none
    qsizetype brace = -1;

    qsizetype dollars() const { return brace - begin; }
};

Marker nextMarker(QStringView text, qsizetype from)
{
    for (qsizetype brace = text.indexOf(u'{', from); brace >= 0; brace = text.indexOf(u'{', brace + 1)) {
        qsizetype begin = brace;
        while (begin > from && text[begin - 1] == u'$')
            --begin;
        if (begin < brace && looksLikeReference(text.mid(brace + 1)))
            return {begin, brace};
    }
    return {};
}

} // namespace

QString Reference::toString() const
{
    const QString own = (kind == Kind::Port ? QStringLiteral("port.") : QStringLiteral("endpoint.")) + name;
    return service.isEmpty() ? QStringLiteral("${%1}").arg(own) : QStringLiteral("${services.%1.%2}").arg(service, own);
}

bool looksLikeReference(QStringView inner)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](QStringView prefix) { return inner.startsWith(prefix); });
}

std::optional<Reference> parseReference(QStringView inner)
{
    Reference reference;
    if (inner.startsWith(u"services.")) {
        // names of services may have dots, those of ports and endpoints may not
        const qsizetype nameDot = inner.lastIndexOf(u'.');
        const qsizetype kindDot = inner.left(nameDot).lastIndexOf(u'.');
        if (kindDot <= 9)
            return std::nullopt;
        reference.service = inner.mid(9, kindDot - 9).toString();
        inner = inner.mid(kindDot + 1);
    }
    const qsizetype dot = inner.indexOf(u'.');
    const QStringView kind = inner.left(dot);
    reference.name = inner.mid(dot + 1).toString();
    if (dot < 0 || reference.name.isEmpty() || reference.name.contains(u'.')
        || (kind != u"port" && kind != u"endpoint"))
        return std::nullopt;
    reference.kind = kind == u"port" ? Reference::Kind::Port : Reference::Kind::Endpoint;
    return reference;
}

QString literalTemplate(const QString &text)
{
    if (!text.contains(QLatin1String("${")))
        return text;
    QString out;
    qsizetype from = 0;
    for (Marker at = nextMarker(text, 0); at.begin >= 0; at = nextMarker(text, from)) {
        out += QStringView(text).mid(from, at.begin - from);
        out += QString(2 * at.dollars(), u'$');
        out += u'{';
        from = at.brace + 1;
    }
    return out + QStringView(text).mid(from);
}

QString filledTemplate(const QString &text, const std::function<std::optional<QString>(const Reference &)> &valueOf)
{
    if (!text.contains(QLatin1String("${")))
        return text;
    QString out;
    qsizetype from = 0;
    for (Marker at = nextMarker(text, 0); at.begin >= 0; at = nextMarker(text, from)) {
        const qsizetype end = text.indexOf(u'}', at.brace);
        const bool isReference = at.dollars() % 2 == 1 && end > 0;
        const auto reference =
            isReference ? parseReference(QStringView(text).mid(at.brace + 1, end - at.brace - 1)) : std::nullopt;
        const auto value = reference ? valueOf(*reference) : std::nullopt;
        if (value) {
            out += QStringView(text).mid(from, at.begin - from);
            out += QString(at.dollars() / 2, u'$');
            out += literalTemplate(*value);
            from = end + 1;
        } else {
            out += QStringView(text).mid(from, at.brace + 1 - from);
            from = at.brace + 1;
        }
    }
    return out + QStringView(text).mid(from);
}

QString textOfTemplate(const QString &text)
{
    if (!text.contains(QLatin1String("$${")))
        return text;
    QString out;
    qsizetype from = 0;
    for (Marker at = nextMarker(text, 0); at.begin >= 0; at = nextMarker(text, from)) {
        out += QStringView(text).mid(from, at.begin - from);
        out += QString(at.dollars() / 2 + at.dollars() % 2, u'$');
        out += u'{';
        from = at.brace + 1;
    }
    return out + QStringView(text).mid(from);
}

} // namespace foghorn
