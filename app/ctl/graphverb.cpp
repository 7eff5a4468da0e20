#include "app/ctl/phrases.h"
#include "app/ctl/session.h"
#include "core/graph/pictures.h"

#include <QJsonArray>

namespace foghorn {
namespace {

/// The graph as the API describes it; nodes in start order.
std::variant<DependencyGraph, CyclePath> graphFrom(const QJsonObject &answer)
{
    const QStringList names = wordsOf(answer.value(u"startup_order"));
    const QJsonObject services = answer.value(u"dependencies").toObject();
    std::vector<Edge> edges;
    for (int node = 0; node < names.size(); ++node) {
        const QJsonObject service = services.value(names[node]).toObject();
        const auto add = [&](const QJsonValue &targets, EdgeKind kind) {
            for (const QString &target : wordsOf(targets)) {
                if (names.contains(target))
                    edges.push_back({static_cast<int>(names.indexOf(target)), node, kind});
            }
        };
        add(service.value(u"dependencies"), EdgeKind::Required);
        add(service.value(u"optional_dependencies"), EdgeKind::Optional);
        add(service.value(u"after"), EdgeKind::OrderOnly);
    }
    return DependencyGraph::build(names, edges);
}

void showDrawing(Session &session, const QJsonObject &answer, bool isDot)
{
    const auto graph = graphFrom(answer);
    if (!std::holds_alternative<DependencyGraph>(graph))
        return session.fail(QStringLiteral("the server's graph has a cycle"));
    const DependencyGraph &drawn = std::get<DependencyGraph>(graph);
    session.console().raw(isDot ? toDot(drawn, QStringLiteral("fleet")) : toMermaid(drawn));
    session.finish(ExitCode::Done);
}

} // namespace

void runGraph(Session &session)
{
    const QString format = session.line().values.value(QStringLiteral("format"), QStringLiteral("text"));
    if (format != u"text" && format != u"dot" && format != u"mermaid")
        return session.fail(
            QStringLiteral("unknown format '%1'; there are text, dot and mermaid").arg(format), ExitCode::Usage);
    session.ask(QStringLiteral("dependencies"), [&session, format](const ApiAnswer &answer) {
        if (session.printedJson(answer))
            return;
        if (format != u"text")
            return showDrawing(session, answer.object(), format == u"dot");
        QByteArray picture = answer.object().value(u"visualization").toString().toUtf8();
        if (!picture.endsWith('\n'))
            picture += '\n';
        session.console().raw(picture);
        session.finish(ExitCode::Done);
    });
}

} // namespace foghorn
