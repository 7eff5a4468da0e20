#include "core/client/logtail.h"
#include "app/ctl/session.h"

#include "core/base/names.h"

#include <QJsonDocument>
#include <QTimer>

#include <memory>

namespace foghorn {
namespace {

using namespace std::chrono_literals;

constexpr auto followInterval = 300ms;
constexpr auto retryInterval = 1s; ///< while nobody answers
constexpr int followedLines = 2000; ///< how many lines may come between two looks without one being missed

/// One service's log while it is shown.
struct LogReading
{
    QString service;
    LogTail tail;
    QByteArray etag;
    bool isFirst = true; ///< nothing of it was shown yet
};

/// All logs of one run.
struct LogReadings
{
    QList<LogReading> logs;
    qsizetype width = 0; ///< of the names before the lines; 0: no names
    int lines = 100;
    bool follows = false;
    bool saidLost = false; ///< nobody answers, and that was said
};

using Readings = std::shared_ptr<LogReadings>;

/// Tabs do no harm, and traces are full of them.
QString shownLine(const QByteArray &line)
{
    QStringList parts = QString::fromUtf8(line).split(u'\t');
    for (QString &part : parts)
        part = printable(part);
    return parts.join(u'\t');
}

void showLine(Session &session, const LogReadings &readings, const LogReading &log, const QByteArray &line)
{
    if (session.line().json) {
        const QJsonObject object{
            {QStringLiteral("service"), log.service}, {QStringLiteral("line"), QString::fromUtf8(line)}};
        return session.console().json(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    if (session.line().has(QLatin1String("raw")))
        return session.console().raw(line + '\n');
    // Without what could command a terminal, in a pipe too: there is one at the end of `… | grep error`.
    QString text = shownLine(line);
    if (readings.width > 0)
        text = session.console().inTone(log.service.leftJustified(readings.width) + QLatin1String(" | "), Tone::Faint)
            + text;
    session.console().line(text);
}

void showNews(Session &session, const LogReadings &readings, LogReading &log, const QByteArray &text)
{
    LogTail::News news = log.tail.take(text.endsWith('\n') || readings.follows ? text : text + '\n');
    if (news.hasGap)
        session.console().complain(
            QStringLiteral("%1 wrote faster than it could be followed; lines are missing here").arg(log.service));
    if (log.isFirst && news.lines.size() > readings.lines)
        news.lines = news.lines.mid(news.lines.size() - readings.lines);
    log.isFirst = false;
    for (const QByteArray &line : std::as_const(news.lines))
        showLine(session, readings, log, line);
}

void readLog(Session &session, const Readings &readings, qsizetype index);

void readNext(Session &session, const Readings &readings, qsizetype index)
{
    if (index < readings->logs.size())
        return readLog(session, readings, index);
    if (!readings->follows)
        return session.finish(ExitCode::Done);
    if (!session.console().isWritten()) // `… | head` has seen enough; Qt ignores SIGPIPE, so nothing else ends us
        return session.finish(ExitCode::Failed);
    QTimer::singleShot(followInterval, &session, [&session, readings] { readLog(session, readings, 0); });
}

/// The services live on while their orchestrator is replaced, and so do their logs: whoever follows them waits for the
/// next one, as whoever follows the events does.
void waitForNext(Session &session, const Readings &readings, qsizetype index, const QString &reason)
{
    if (!session.console().isWritten())
        return session.finish(ExitCode::Failed);
    if (!readings->saidLost)
        session.console().complain(QStringLiteral("the connection is lost (%1); trying again").arg(printable(reason)));
    readings->saidLost = true;
    QTimer::singleShot(retryInterval, &session, [&session, readings, index] {
        session.client().setTarget(session.foundAgain());
        readLog(session, readings, index);
    });
}

void readLog(Session &session, const Readings &readings, qsizetype index)
{
    const LogReading &log = readings->logs[index];
    const int wanted = readings->follows ? std::max(followedLines, readings->lines) : readings->lines;
    session.client().get(ApiClient::apiPath(QStringLiteral("service/%1/logs").arg(log.service)),
        {{QStringLiteral("tail"), QString::number(wanted)}}, log.etag, &session,
        [&session, readings, index](const Result<ApiAnswer> &answer) {
            LogReading &read = readings->logs[index];
            if (!answer && readings->follows && !read.isFirst)
                return waitForNext(session, readings, index, answer.error().text);
            if (!answer)
                return session.fail(answer.error().text, ExitCode::NoConnection);
            readings->saidLost = false;
            if (answer.value().isSuccess()) {
                showNews(session, *readings, read, answer.value().body);
                read.etag = answer.value().etag;
            } else if (!answer.value().isUnchanged()) {
                return session.fail(answer.value().problem());
            }
            readNext(session, readings, index + 1);
        });
}

} // namespace

void runLogs(Session &session)
{
    bool isNumber = true;
    const auto readings = std::make_shared<LogReadings>();
    readings->lines = session.line().values.value(QStringLiteral("lines"), QStringLiteral("100")).toInt(&isNumber);
    if (!isNumber || readings->lines < 1)
        return session.fail(QStringLiteral("-n takes a number from 1"), ExitCode::Usage);
    readings->follows = session.line().has(QLatin1String("follow"));
    for (const QString &name : session.line().names) {
        if (!isServiceName(name))
            return session.fail(QStringLiteral("'%1' is no name of a service").arg(name), ExitCode::Usage);
        readings->logs.append({name, {}, {}, true});
        if (session.line().names.size() > 1)
            readings->width = std::max(readings->width, name.size());
    }
    readLog(session, readings, 0);
}

} // namespace foghorn
