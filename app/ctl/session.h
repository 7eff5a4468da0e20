#pragma once

#include "app/ctl/commandline.h"
#include "app/ctl/console.h"
#include "core/client/apiclient.h"

#include <QObject>

namespace foghorn {

enum class ExitCode { Done = 0, Failed = 1, Usage = 2, NoConnection = 3 };

/// One run of foghornctl: what was asked for, whom to ask, where to print, and how it ends.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)
public:
    using Handler = std::function<void(const ApiAnswer &)>;

    Session(CommandLine line, ApiTarget target);
    ~Session() override;

    const CommandLine &line() const { return m_line; }
    const Console &console() const { return m_console; }
    ApiClient &client() { return m_client; }
    /// Where the same orchestrator's successor answers, which may be another port: from its state directory. Without
    /// one it is the target as it is.
    ApiTarget foundAgain() const;

    /// Asks the API (`what`: "services") and hands over a good answer; anything else is said on stderr and ends the
    /// run.
    void ask(const QString &what, const QUrlQuery &query, Handler onAnswer);
    void ask(const QString &what, Handler onAnswer) { ask(what, {}, std::move(onAnswer)); }
    /// The same for a command.
    void order(const QString &what, const QJsonObject &body, Handler onAnswer);
    /// With --json prints the body and ends; says whether it did.
    bool printedJson(const ApiAnswer &answer);
    /// Ends the run; the first call counts.
    void finish(ExitCode code);
    /// Says it on stderr and ends the run.
    void fail(const QString &message, ExitCode code = ExitCode::Failed);

private:
    void judge(const Result<ApiAnswer> &answer, const Handler &onAnswer);

    CommandLine m_line;
    Console m_console;
    ApiClient m_client;
    bool m_isFinished = false;
};

} // namespace foghorn
