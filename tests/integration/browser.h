#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QWebSocket>

#include <optional>

namespace foghorn {

/// A headless Chromium with one page, driven over the DevTools protocol.
class Browser final : public QObject
{
    Q_DISABLE_COPY_MOVE(Browser)
public:
    Browser() = default;
    ~Browser() override;

    /// The program; empty where it is not installed.
    static QString program();
    /// Before start().
    void addArgument(const QString &argument) { m_arguments << argument; }
    bool start();
    /// Requests for exactly that URL are answered with this HTML from now on, without asking anybody.
    void answer(const QString &url, const QByteArray &html) { m_answered.insert(url, html); }
    void setSize(int width, int height);
    void setDark(bool isDark);
    /// What it asks pages for from now on: "de-AT,de".
    void setLanguages(const QString &accepted);
    /// HTTP Basic is answered with `password`. True when the page has loaded.
    bool open(const QString &url, const QString &password = {});
    /// The value of a JavaScript expression; undefined when there was none in time.
    QJsonValue evaluate(const QString &expression);
    bool becomesTrue(const QString &expression, int longest = 20'000);
    bool saveScreenshot(const QString &file, bool wholePage = false);

    /// What the console, the page and its security policy complained of since open().
    QStringList complaints() const { return m_complaints; }
    void forgetComplaints() { m_complaints.clear(); }

private:
    std::optional<QJsonObject> ask(const QString &method, const QJsonObject &parameters = {});
    void tell(const QString &method, const QJsonObject &parameters);
    void onMessage(const QString &text);
    void onEvent(const QString &method, const QJsonObject &parameters);

    QTemporaryDir m_profile;
    QProcess m_process;
    QWebSocket m_socket;
    QStringList m_arguments;
    QHash<QString, QByteArray> m_answered;
    QString m_session;
    QString m_password;
    int m_lastCall = 0;
    QHash<int, QJsonObject> m_answers;
    QStringList m_complaints;
    bool m_hasLoaded = false;
};

} // namespace foghorn
