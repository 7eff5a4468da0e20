#include "tests/integration/browser.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace foghorn {

namespace {

const auto patience = 30'000;

} // namespace

Browser::~Browser()
{
    m_socket.disconnect(this);
    m_socket.abort();
    m_process.kill(); // all of it is one group, which goes with its leader
    m_process.waitForFinished(5000);
    (void)QTest::qWaitFor([this] { return m_profile.remove(); }, 5000); // its helpers still write while they end
}

QString Browser::program() { return QStandardPaths::findExecutable(QStringLiteral("chromium")); }

bool Browser::start()
{
    m_process.setProgram(program());
    m_process.setArguments(m_arguments
        + QStringList{QStringLiteral("--headless=new"), QStringLiteral("--no-sandbox"), QStringLiteral("--disable-gpu"),
            QStringLiteral("--disable-dev-shm-usage"), QStringLiteral("--no-first-run"),
            QStringLiteral("--no-proxy-server"), QStringLiteral("--disable-background-networking"),
            QStringLiteral("--hide-scrollbars"), QStringLiteral("--remote-debugging-port=0"),
            QStringLiteral("--remote-allow-origins=*"), QStringLiteral("--user-data-dir=%1").arg(m_profile.path()),
            QStringLiteral("about:blank")});
    m_process.start();
    const QString portFile = m_profile.filePath(QStringLiteral("DevToolsActivePort"));
    QByteArray port;
    const bool listens = QTest::qWaitFor(
        [&] {
            QFile file(portFile);
            if (file.open(QFile::ReadOnly))
                port = file.readAll();
            return port.count('\n') >= 1;
        },
        patience);
    if (!listens)
        return false;
    const QList<QByteArray> lines = port.split('\n');
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &Browser::onMessage);
    m_socket.setMaxAllowedIncomingMessageSize(256 * 1024 * 1024);
    m_socket.setMaxAllowedIncomingFrameSize(256 * 1024 * 1024);
    m_socket.open(QUrl(
        QStringLiteral("ws://127.0.0.1:%1%2").arg(QString::fromLatin1(lines.at(0)), QString::fromLatin1(lines.at(1)))));
    if (!QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, patience))
        return false;
    const auto target =
        ask(QStringLiteral("Target.createTarget"), {{QStringLiteral("url"), QStringLiteral("about:blank")}});
    if (!target)
        return false;
    const auto session = ask(QStringLiteral("Target.attachToTarget"),
        {{QStringLiteral("targetId"), (*target)[u"targetId"]}, {QStringLiteral("flatten"), true}});
    if (!session)
        return false;
    m_session = (*session)[u"sessionId"].toString();
    for (const char *domain : {"Page", "Runtime", "Log", "Network"})
        ask(QLatin1String(domain) + QStringLiteral(".enable"));
    return ask(QStringLiteral("Fetch.enable"), {{QStringLiteral("handleAuthRequests"), true}}).has_value();
}

void Browser::setSize(int width, int height)
{
    ask(QStringLiteral("Emulation.setDeviceMetricsOverride"),
        {{QStringLiteral("width"), width}, {QStringLiteral("height"), height}, {QStringLiteral("deviceScaleFactor"), 1},
            {QStringLiteral("mobile"), false}});
}

void Browser::setDark(bool isDark)
{
    const QJsonObject feature{{QStringLiteral("name"), QStringLiteral("prefers-color-scheme")},
        {QStringLiteral("value"), isDark ? QStringLiteral("dark") : QStringLiteral("light")}};
    ask(QStringLiteral("Emulation.setEmulatedMedia"), {{QStringLiteral("features"), QJsonArray{feature}}});
}

void Browser::setLanguages(const QString &accepted)
{
    ask(QStringLiteral("Network.setUserAgentOverride"),
        {{QStringLiteral("userAgent"), evaluate(QStringLiteral("navigator.userAgent"))},
            {QStringLiteral("acceptLanguage"), accepted}});
}

bool Browser::open(const QString &url, const QString &password)
{
    m_password = password;
    for (const QString &step : {QStringLiteral("about:blank"), url}) { // the page before says nothing more by then
        m_complaints.clear();
        m_hasLoaded = false;
        ask(QStringLiteral("Page.navigate"), {{QStringLiteral("url"), step}});
        if (!QTest::qWaitFor([this] { return m_hasLoaded; }, patience))
            return false;
    }
    return true;
}

QJsonValue Browser::evaluate(const QString &expression)
{
    const auto answer = ask(QStringLiteral("Runtime.evaluate"),
        {{QStringLiteral("expression"), expression}, {QStringLiteral("returnByValue"), true},
            {QStringLiteral("awaitPromise"), true}});
    return answer ? (*answer)[u"result"][u"value"] : QJsonValue(QJsonValue::Undefined);
}

bool Browser::becomesTrue(const QString &expression, int longest)
{
    return QTest::qWaitFor([&] { return evaluate(expression).toBool(); }, longest);
}

bool Browser::saveScreenshot(const QString &file, bool wholePage)
{
    const auto answer =
        ask(QStringLiteral("Page.captureScreenshot"), {{QStringLiteral("captureBeyondViewport"), wholePage}});
    QFile out(file);
    return answer && out.open(QFile::WriteOnly)
        && out.write(QByteArray::fromBase64((*answer)[u"data"].toString().toLatin1())) > 0;
}

std::optional<QJsonObject> Browser::ask(const QString &method, const QJsonObject &parameters)
{
    tell(method, parameters);
    const int call = m_lastCall;
    if (!QTest::qWaitFor([this, call] { return m_answers.contains(call); }, patience))
        return std::nullopt;
    const QJsonObject answer = m_answers.take(call);
    if (answer.contains(u"error"))
        qWarning() << method << answer[u"error"];
    return answer[u"result"].toObject();
}

void Browser::tell(const QString &method, const QJsonObject &parameters)
{
    QJsonObject message{{QStringLiteral("id"), ++m_lastCall}, {QStringLiteral("method"), method},
        {QStringLiteral("params"), parameters}};
    if (!m_session.isEmpty())
        message.insert(QStringLiteral("sessionId"), m_session);
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void Browser::onMessage(const QString &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    if (message.contains(u"id"))
        m_answers.insert(message[u"id"].toInt(), message);
    else
        onEvent(message[u"method"].toString(), message[u"params"].toObject());
}

void Browser::onEvent(const QString &method, const QJsonObject &parameters)
{
    const QJsonObject id{{QStringLiteral("requestId"), parameters[u"requestId"]}};
    if (method == u"Page.loadEventFired") {
        m_hasLoaded = true;
    } else if (const auto own = m_answered.constFind(parameters[u"request"][u"url"].toString());
               method == u"Fetch.requestPaused" && own != m_answered.cend()) {
        QJsonObject answer = id;
        answer.insert(QStringLiteral("responseCode"), 200);
        answer.insert(QStringLiteral("responseHeaders"),
            QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("Content-Type")},
                {QStringLiteral("value"), QStringLiteral("text/html")}}});
        answer.insert(QStringLiteral("body"), QString::fromLatin1(own->toBase64()));
        tell(QStringLiteral("Fetch.fulfillRequest"), answer);
    } else if (method == u"Fetch.requestPaused") {
        tell(QStringLiteral("Fetch.continueRequest"), id);
    } else if (method == u"Fetch.authRequired") {
        QJsonObject answer{{QStringLiteral("response"),
            m_password.isEmpty() ? QStringLiteral("CancelAuth") : QStringLiteral("ProvideCredentials")}};
        answer.insert(QStringLiteral("username"), QStringLiteral("me"));
        answer.insert(QStringLiteral("password"), m_password);
        QJsonObject parametersOut = id;
        parametersOut.insert(QStringLiteral("authChallengeResponse"), answer);
        tell(QStringLiteral("Fetch.continueWithAuth"), parametersOut);
    } else if (method == u"Log.entryAdded") {
        m_complaints << parameters[u"entry"][u"text"].toString();
    } else if (method == u"Runtime.exceptionThrown") {
        m_complaints << QString::fromUtf8(QJsonDocument(parameters).toJson());
    } else if (method == u"Runtime.consoleAPICalled") {
        m_complaints << QString::fromUtf8(QJsonDocument(parameters[u"args"].toArray()).toJson());
    }
}

} // namespace foghorn
