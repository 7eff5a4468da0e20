#include "tests/fuzz/targets/fakeapi.h"

#include "tests/fuzz/targets/rules.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace foghorn {
namespace {

/// libFuzzer's main() makes none, and timers want one.
void makeApplication()
{
    static int count = 1;
    static char name[] = "fuzz";
    static char *arguments[] = {name, nullptr};
    if (QCoreApplication::instance() == nullptr)
        static const QCoreApplication application(count, arguments);
}

} // namespace

FakeApi &fakeApi()
{
    makeApplication();
    static FakeApi api;
    return api;
}

void checkReply(const HttpReply &reply)
{
    mustHold(reply.status >= 200 && reply.status < 500, "nothing a client says is a server's error");
    const bool isJson = reply.contentType.contains("json") && !reply.contentType.contains("ndjson");
    if (!isJson || reply.body.isEmpty())
        return;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &error);
    mustHold(error.error == QJsonParseError::NoError, "an answer in JSON is JSON");
    if (reply.status >= 400) {
        mustHold(document[u"status"].toInt() == reply.status, "a problem tells its status");
        mustBePrintable(document[u"detail"].toString(), "a problem is printable");
    }
}

} // namespace foghorn
