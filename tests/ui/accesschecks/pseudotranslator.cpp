#include "tests/ui/accesschecks/pseudotranslator.h"

#include <QRegularExpression>

#include <cstring>

namespace foghorn {

namespace {

constexpr qsizetype ShortText = 20; // letters
constexpr double ShortFactor = 2.5;
constexpr double LongFactor = 1.7;

QChar accented(QChar letter)
{
    static const QString plain = QStringLiteral("aceinosuyzACEINOSUYZ");
    static const QString marked = QStringLiteral("áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ");
    const qsizetype at = plain.indexOf(letter);
    return at < 0 ? letter : marked.at(at);
}

/// What is neither a placeholder nor a letter with the & of a key before it gets its accents.
QString withAccents(const QString &text)
{
    static const QRegularExpression kept(QStringLiteral("%L?(\\d{1,2}|n)|&."));
    QString out;
    qsizetype from = 0;
    const auto addPlain = [&](qsizetype until) {
        for (; from < until; ++from)
            out.append(accented(text.at(from)));
    };
    auto matches = kept.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        addPlain(match.capturedStart());
        out.append(match.captured());
        from = match.capturedEnd();
    }
    addPlain(text.size());
    return out;
}

} // namespace

QString PseudoTranslator::pseudo(const QString &text)
{
    const auto length = static_cast<double>(text.size());
    const double factor = text.size() <= ShortText ? ShortFactor : LongFactor;
    // A language makes words longer and more of them; a text without spaces stays one word.
    const QString filling = text.contains(u' ') ? QStringLiteral(" lörem ïpsüm") : QStringLiteral("örëmïpsü");
    QString out = withAccents(text);
    const auto wanted = static_cast<qsizetype>(length * factor);
    for (qsizetype at = 0; out.size() < wanted; ++at)
        out.append(filling.at(at % filling.size()));
    return QStringLiteral("⟦") + out + QStringLiteral("⟧");
}

QString PseudoTranslator::translate(const char *context, const char *source, const char *, int) const
{
    if (std::strncmp(context, "foghorn", 7) != 0)
        return {}; // Qt's own: names of keys and the reading direction must stay what they are
    return pseudo(QString::fromUtf8(source));
}

} // namespace foghorn
