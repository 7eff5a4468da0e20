#include "core/store/storewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace foghorn {

QLatin1String goalWord(Goal goal)
{
    switch (goal) {
    case Goal::Down:
        return QLatin1String("down");
    case Goal::Up:
        return QLatin1String("up");
    }
    return {};
}

Goal goalFromWord(QStringView word) { return word == QLatin1String("up") ? Goal::Up : Goal::Down; }

QLatin1String exitKindWord(ExitInfo::Kind kind)
{
    switch (kind) {
    case ExitInfo::Kind::Exited:
        return QLatin1String("exited");
    case ExitInfo::Kind::Signaled:
        return QLatin1String("signaled");
    case ExitInfo::Kind::SpawnFailed:
        return QLatin1String("spawn_failed");
    case ExitInfo::Kind::Unknown:
        return QLatin1String("unknown");
    }
    return {};
}

ExitInfo::Kind exitKindFromWord(QStringView word)
{
    for (const auto kind : {ExitInfo::Kind::Exited, ExitInfo::Kind::Signaled, ExitInfo::Kind::SpawnFailed}) {
        if (word == exitKindWord(kind))
            return kind;
    }
    return ExitInfo::Kind::Unknown;
}

QString detailsText(const QList<QPair<QString, QString>> &details)
{
    if (details.isEmpty())
        return QStringLiteral("");
    QJsonArray array;
    for (const auto &[name, value] : details)
        array.append(QJsonArray{name, value});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<QPair<QString, QString>> detailsFromText(const QString &text)
{
    QList<QPair<QString, QString>> details;
    if (text.isEmpty())
        return details;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    details.reserve(array.size());
    for (const QJsonValue &entry : array) {
        const QJsonArray pair = entry.toArray();
        details.append({pair.at(0).toString(), pair.at(1).toString()});
    }
    return details;
}

QString portsText(const QHash<QString, quint16> &ports)
{
    QJsonObject object;
    for (auto port = ports.cbegin(); port != ports.cend(); ++port)
        object.insert(port.key(), port.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QHash<QString, quint16> portsFromText(const QString &text)
{
    QHash<QString, quint16> ports;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto port = object.constBegin(); port != object.constEnd(); ++port) {
        const int number = port.value().toInt(-1);
        if (number > 0 && number <= std::numeric_limits<quint16>::max())
            ports.insert(port.key(), static_cast<quint16>(number));
    }
    return ports;
}

} // namespace foghorn
