#include "core/fleetfile/keytable.h"

namespace foghorn {

void refuseKey(const YamlMember &member, const Value &map, const QList<QString> &known)
{
    const QString key = QString::fromStdString(*member.key);
    QString remedy;
    if (key == QLatin1String("<<"))
        remedy = QStringLiteral("merge keys are not read; use 'defaults'");
    else if (const QString near = nearestName(key, known); !near.isEmpty())
        remedy = QStringLiteral("did you mean '%1'?").arg(near);
    else
        remedy = QStringLiteral("known here: %1").arg(known.join(QLatin1String(", ")));
    map.context->faults.fault(member.place, QStringLiteral("unknown key '%1'").arg(key), remedy);
}

} // namespace foghorn
