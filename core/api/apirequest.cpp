#include "core/api/apirequest.h"

#include "core/base/names.h"

namespace foghorn {

Actor ApiRequest::actor() const
{
    constexpr qsizetype longest = 100;
    const QByteArrayView program = head.header("user-agent");
    return {role == Role::Operator ? QStringLiteral("operator") : QStringLiteral("viewer"), peer.address,
        printable(QString::fromUtf8(program.first(std::min(program.size(), longest))))};
}

} // namespace foghorn
