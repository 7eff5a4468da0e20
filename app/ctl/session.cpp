#include "app/ctl/session.h"

#include <QCoreApplication>

namespace foghorn {

Session::Session(CommandLine line, ApiTarget target)
    : m_line(std::move(line))
    , m_client(std::move(target), "foghornctl/" FOGHORN_VERSION)
{
}

Session::~Session() = default;

ApiTarget Session::foundAgain() const
{
    const ApiTarget &known = m_client.target();
    if (known.stateDirectory.isEmpty())
        return known;
    // Another fleet may be the only one that is left: it is not the one that was followed.
    const Result<ApiTarget> found = discover(m_line.wish, defaultStateRoot());
    return found && found.value().stateDirectory == known.stateDirectory ? found.value() : known;
}

void Session::ask(const QString &what, const QUrlQuery &query, Handler onAnswer)
{
    m_client.get(ApiClient::apiPath(what), query, {}, this,
        [this, onAnswer = std::move(onAnswer)](const Result<ApiAnswer> &answer) { judge(answer, onAnswer); });
}

void Session::order(const QString &what, const QJsonObject &body, Handler onAnswer)
{
    m_client.post(ApiClient::apiPath(what), body, this,
        [this, onAnswer = std::move(onAnswer)](const Result<ApiAnswer> &answer) { judge(answer, onAnswer); });
}

void Session::judge(const Result<ApiAnswer> &answer, const Handler &onAnswer)
{
    if (!answer) {
        fail(answer.error().text, ExitCode::NoConnection);
    } else if (answer.value().isSuccess()) {
        onAnswer(answer.value());
    } else {
        if (m_line.json)
            m_console.json(answer.value().body);
        fail(answer.value().problem());
    }
}

bool Session::printedJson(const ApiAnswer &answer)
{
    if (!m_line.json)
        return false;
    m_console.json(answer.body);
    finish(ExitCode::Done);
    return true;
}

void Session::finish(ExitCode code)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    // Queued: a verb may fail before the event loop runs.
    QMetaObject::invokeMethod(
        qApp, [code] { QCoreApplication::exit(static_cast<int>(code)); }, Qt::QueuedConnection);
}

void Session::fail(const QString &message, ExitCode code)
{
    m_console.complain(message);
    finish(code);
}

} // namespace foghorn
