#include "app/desktop/desktop.h"

#include "core/client/remotecontrolroom.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QNetworkReply>
#include <QStandardPaths>

#include <chrono>
#include <cstdio>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr QLatin1String DefaultDaemon("http://127.0.0.1:7464");

Actor signalActor() { return {QStringLiteral("system"), QStringLiteral("signal"), QStringLiteral("foghorn")}; }

/// Installed, or in the tree that we were built in; empty when it is nowhere.
QString defaultFleet()
{
    const QString name = QStringLiteral("fleets/default.yaml");
    const QString own = QCoreApplication::applicationDirPath();
    for (const QString &folder :
        {QString(own + QStringLiteral("/../share/foghorn/")), QString(own + QStringLiteral("/../../resources/"))}) {
        if (const QFileInfo file(folder + name); file.isFile())
            return file.canonicalFilePath();
    }
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, QStringLiteral("foghorn/") + name);
}

} // namespace

Desktop::Desktop(DesktopOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_byName(!m_options.files.isEmpty() || !m_options.url.isEmpty())
    , m_theme(*qobject_cast<QApplication *>(QCoreApplication::instance()))
{
    connect(&m_signals, &UnixSignals::terminationAsked, this, &Desktop::onTerminationAsked);
}

Desktop::~Desktop() = default;

void Desktop::begin()
{
    if (!m_options.url.isEmpty())
        attach(m_options.url);
    else if (m_byName)
        open();
    else
        lookForDaemon();
}

/// Without arguments a daemon that runs already comes first; two orchestrators shall not fight over one fleet.
void Desktop::lookForDaemon()
{
    QNetworkRequest request(QUrl(DefaultDaemon + QLatin1String("/livez")));
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(1s).count()));
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        // Whatever else answers there is in our way, and opening says so.
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200)
            attach(DefaultDaemon);
        else
            open();
    });
}

void Desktop::attach(const QString &url)
{
    DiscoveryWish wish;
    wish.url = url;
    wish.tokenFile = m_options.tokenFile;
    wish.certificates = m_options.certificates;
    Result<ApiTarget> target = discover(wish, defaultStateRoot());
    if (!target) {
        refuse(target.error().text, 2);
        return;
    }
    if (target.value().token.isEmpty() && !m_options.stateDirectory.isEmpty()) {
        DiscoveryWish there = wish;
        there.url.clear();
        there.stateDirectory = m_options.stateDirectory;
        const Result<ApiTarget> known = discover(there, {});
        if (known && known.value().url == target.value().url)
            target.value().token = known.value().token;
    }
    m_remote = std::make_unique<RemoteControlRoom>(target.value(), "foghorn/" FOGHORN_VERSION);
    showWindow({m_remote->registry(), m_remote->events(), m_remote->commands(), m_remote->history(), m_remote->alerts(),
        m_remote->alertCommands(), m_remote->logs(), m_remote->connection()});
    m_remote->open();
}

void Desktop::showWindow(const WindowSources &sources)
{
    m_window = std::make_unique<MainWindow>(sources, m_theme);
    // exit(), not quit(): quit() would ask the window once more.
    connect(m_window.get(), &MainWindow::leaveWanted, this, [] { QCoreApplication::exit(0); });
    m_window->show();
}

void Desktop::open()
{
    if (m_options.files.isEmpty())
        m_options.files = {defaultFleet()};
    if (m_options.files.first().isEmpty()) {
        refuse(tr("The default fleet was not found beside the program. Name a fleet file with --config FILE."), 1);
        return;
    }
    m_room = std::make_unique<ControlRoom>(ControlRoomOptions{m_options.files, m_options.stateDirectory, QString()});
    if (const auto opened = m_room->open(); !opened) {
        refuse(opened.error().text, 1);
        return;
    }
    showWindow({m_room->registry(), m_room->events(), m_room->commands(), m_room->history(), m_room->alerts(),
        m_room->alertCommands(), m_room->logs(), m_ownConnection});
    connect(m_room.get(), &ControlRoom::shutdownFinished, this, [] { QCoreApplication::exit(0); });
    connect(m_room.get(), &ControlRoom::failed, m_window.get(), &MainWindow::showProblem);
    const QList<QString> warnings = m_room->warnings();
    if (!warnings.isEmpty())
        m_window->showProblem(warnings.join(QLatin1Char('\n')));
}

void Desktop::refuse(const QString &reason, int exitCode)
{
    std::fprintf(stderr, "foghorn: %s\n", reason.toUtf8().constData());
    if (m_byName) {
        QCoreApplication::exit(exitCode);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Foghorn"), reason, QMessageBox::Close);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, this, [exitCode] { QCoreApplication::exit(exitCode); });
    box->open();
}

void Desktop::onTerminationAsked(int count)
{
    if (!m_room || !m_window) {
        QCoreApplication::exit(0);
        return;
    }
    if (count > 1)
        m_room->killAll();
    else
        m_room->commands().shutdown(signalActor());
}

} // namespace foghorn
