#include "app/ctl/session.h"

#include "core/base/names.h"

namespace foghorn {

void runRotateTokens(Session &session)
{
    const QString role = session.line().values.value(QStringLiteral("role"), QStringLiteral("both"));
    if (role != u"operator" && role != u"viewer" && role != u"both")
        return session.fail(QStringLiteral("--role takes operator or viewer"), ExitCode::Usage);
    session.order(
        QStringLiteral("tokens/rotate"), {{QStringLiteral("role"), role}}, [&session](const ApiAnswer &answer) {
            if (session.printedJson(answer))
                return;
            session.console().line(printable(answer.object().value(u"message").toString()));
            session.finish(ExitCode::Done);
        });
}

} // namespace foghorn
