#include "ui/style/mnemonic.h"

#include <QRegularExpression>

namespace foghorn {

QString withoutMnemonic(const QString &text)
{
    // Languages without letters of their own on the keyboard write the letter behind the words.
    static const QRegularExpression behind(QStringLiteral("\\s*\\(&[^&]\\)"));
    QString words = text;
    words.remove(behind);
    QString plain;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i) == QLatin1Char('&') && ++i >= words.size())
            break;
        plain.append(words.at(i));
    }
    return plain;
}

} // namespace foghorn
