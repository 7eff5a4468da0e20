#include "core/api/routes.h"

#include <QFile>

namespace foghorn {
namespace {

/// The document with the program's version in it.
QByteArray openApiDocument(const QString &version)
{
    QFile file(QStringLiteral(":/foghorn/openapi/openapi.json"));
    if (!file.open(QFile::ReadOnly))
        return {};
    return file.readAll().replace("@VERSION@", version.toUtf8());
}

} // namespace

void addOpenApiRoutes(Router &router, ApiContext &context)
{
    Route route;
    route.method = "GET";
    route.pattern = QByteArray(apiBase) + "/openapi.json";
    route.handler = [document = openApiDocument(context.version)](
                        const ApiRequest &) { return HttpReply::json(document); };
    router.add(route);
}

} // namespace foghorn
