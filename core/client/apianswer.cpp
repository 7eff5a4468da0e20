#include "core/client/apianswer.h"

#include <QJsonDocument>

namespace foghorn {

QJsonObject ApiAnswer::object() const { return QJsonDocument::fromJson(body).object(); }

QString ApiAnswer::problem() const
{
    const QJsonObject problem = object();
    for (const QLatin1String member : {QLatin1String("detail"), QLatin1String("title"), QLatin1String("message")}) {
        const QString text = problem.value(member).toString();
        if (!text.isEmpty())
            return text;
    }
    return QStringLiteral("the server answered %1 without saying why; is it Foghorn?").arg(status);
}

} // namespace foghorn
