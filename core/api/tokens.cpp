#include "core/api/tokens.h"

#include <QCryptographicHash>

namespace foghorn {

bool isEqualInConstantTime(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(b[i]));
    return difference == 0;
}

QByteArray TokenDigests::digestOf(QByteArrayView token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

Role TokenDigests::roleOf(QByteArrayView token) const
{
    const QByteArray digest = digestOf(token);
    const bool operates = isEqualInConstantTime(digest, operate);
    const bool views = isEqualInConstantTime(digest, view);
    if (operates)
        return Role::Operator;
    return views ? Role::Viewer : Role::Nobody;
}

} // namespace foghorn
