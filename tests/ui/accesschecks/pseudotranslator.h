#pragma once

#include <QTranslator>

namespace foghorn {

/// A language that nobody speaks: every text of ours in brackets, in letters with accents, and as much longer as the
/// longest real language makes it. Nothing can be missing in it, since it is worked out from the English.
class PseudoTranslator final : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(
        const char *context, const char *source, const char *disambiguation = nullptr, int n = -1) const override;

    /// Up to 20 letters 2.5 times as long, else 1.7 times; %1, %n and the & of a key stay.
    static QString pseudo(const QString &text);
};

} // namespace foghorn
