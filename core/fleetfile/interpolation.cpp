#include "core/fleetfile/interpolation.h"

#include "core/fleetfile/envfile.h"

namespace foghorn {
namespace {

constexpr int deepestDefault = 8;
constexpr qsizetype longestText = 1024 * 1024;

const auto forms = u"write ${NAME}, ${NAME:-default} or ${NAME:?message}, and $$ for a dollar";

class Interpolation
{
public:
    explicit Interpolation(const VariableLookup &valueOf)
        : m_valueOf(valueOf)
    {
    }

    Interpolated run(QStringView text)
    {
        expand(text, 0);
        flushLiteral();
        m_out.text = m_template;
        return std::move(m_out);
    }

private:
    void expand(QStringView text, int depth)
    {
        qsizetype at = 0;
        while (at < text.size() && m_out.fault.isEmpty()) {
            const qsizetype dollar = text.indexOf(u'$', at);
            addLiteral(text.mid(at, dollar < 0 ? -1 : dollar - at));
            if (dollar < 0)
                return;
            const QStringView rest = text.mid(dollar + 1);
            if (rest.startsWith(u'$')) {
                addLiteral(u"$");
                at = dollar + 2;
            } else if (rest.startsWith(u'{')) {
                const qsizetype length = lengthOfExpression(rest.mid(1));
                if (length < 0)
                    return fail(QStringLiteral("'${' without its '}'"), QString::fromUtf16(forms));
                expandExpression(rest.mid(1, length), depth);
                at = dollar + length + 3;
            } else {
                addLiteral(u"$");
                at = dollar + 1;
            }
        }
    }

    /// Up to the closing brace of what begins after "${".
    static qsizetype lengthOfExpression(QStringView text)
    {
        int depth = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'$' && i + 1 < text.size() && text[i + 1] == u'{') {
                ++depth;
                ++i;
            } else if (text[i] == u'}' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    void expandExpression(QStringView inner, int depth)
    {
        if (looksLikeReference(inner))
            return addReference(inner);
        const qsizetype colon = inner.indexOf(u':');
        const QString name = inner.left(colon).toString();
        const QStringView rest = colon < 0 ? QStringView() : inner.mid(colon + 1);
        const bool hasDefault = rest.startsWith(u'-');
        const bool hasMessage = rest.startsWith(u'?');
        if (!isVariableName(name) || (colon >= 0 && !hasDefault && !hasMessage)) {
            const QString remedy = inner.contains(u'.')
                ? QStringLiteral("write ${port.NAME}, ${endpoint.NAME} or ${services.SERVICE.endpoint.NAME}")
                : QString::fromUtf16(forms);
            return fail(QStringLiteral("'${%1}' cannot be read").arg(inner), remedy);
        }
        const auto value = m_valueOf(name);
        if (value && (colon < 0 || !value->isEmpty()))
            addLiteral(*value);
        else if (hasDefault && depth < deepestDefault)
            expand(rest.mid(1), depth + 1);
        else if (hasDefault)
            fail(QStringLiteral("defaults of variables are nested too deep"), {});
        else if (hasMessage)
            fail(QStringLiteral("variable %1 is not set: %2").arg(name, rest.mid(1)), {});
        else
            fail(QStringLiteral("variable %1 is not set").arg(name),
                QStringLiteral("set it, or give a default: ${%1:-default}").arg(name));
    }

    void addReference(QStringView inner)
    {
        const auto reference = parseReference(inner);
        if (!reference)
            return fail(QStringLiteral("'${%1}' is no reference").arg(inner),
                QStringLiteral("write ${port.NAME}, ${endpoint.NAME} or ${services.SERVICE.endpoint.NAME}"));
        flushLiteral();
        // dollars right before a reference are literal ones: see reference.h
        qsizetype dollars = 0;
        while (dollars < m_template.size() && m_template[m_template.size() - 1 - dollars] == u'$')
            ++dollars;
        m_template += QString(dollars, u'$') + reference->toString();
        m_out.references.push_back(*reference);
    }

    void addLiteral(QStringView text)
    {
        m_literal += text;
        if (m_literal.size() + m_template.size() > longestText)
            fail(QStringLiteral("the text is longer than 1 MiB once its variables are filled in"), {});
    }

    void flushLiteral()
    {
        m_template += literalTemplate(m_literal);
        m_literal.clear();
    }

    void fail(const QString &what, const QString &remedy)
    {
        if (m_out.fault.isEmpty()) {
            m_out.fault = what;
            m_out.remedy = remedy;
        }
    }

    const VariableLookup &m_valueOf;
    Interpolated m_out;
    QString m_template;
    QString m_literal;
};

} // namespace

Interpolated interpolate(const QString &text, const VariableLookup &valueOf)
{
    if (!text.contains(u'$'))
        return {text, {}, {}, {}};
    return Interpolation(valueOf).run(text);
}

} // namespace foghorn
