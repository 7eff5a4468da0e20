#include "app/desktop/desktop.h"

#include "core/client/remotecontrolroom.h"
#include "ui/mainwindow/looksettings.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/operations.h"
#include "ui/mainwindow/windowmemory.h"

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

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QLatin1String("/foghorn/foghorn.ini");
}

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
    , m_settings(m_options.isSafe ? std::make_unique<UserSettings>() : std::make_unique<UserSettings>(settingsFile()))
    , m_theme(*qobject_cast<QApplication *>(QCoreApplication::instance()))
    , m_desk(*m_settings)
{
    m_desk.setExampleFleet(defaultFleet());
    connectDesk();
    connect(&m_signals, &UnixSignals::terminationAsked, this, &Desktop::onTerminationAsked);
    const auto speak = [this] { m_languages.choose(m_settings->value(LanguageKey).toString()); };
    speak();
    connect(m_settings.get(), &UserSettings::changed, &m_languages, [speak](const QString &key) {
        if (key == LanguageKey)
            speak();
    });
    // Queued: the choice came from a menu of the window.
    connect(&m_languages, &Languages::changed, this, &Desktop::renewWindow, Qt::QueuedConnection);
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
    wish.certificate = m_options.certificate;
    wish.key = m_options.key;
    wish = withEnvironment(wish);
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
    show(target.value(), m_desk.profileOf(target.value().url.toString()));
}

void Desktop::showWindow(const WindowSources &sources)
{
    LookSettings::apply(*m_settings, m_theme); // before anything is measured
    m_sources.emplace(sources);
    m_window = std::make_unique<MainWindow>(sources, m_theme, *m_settings);
    // exit(), not quit(): quit() would ask the window once more.
    connect(m_window.get(), &MainWindow::leaveWanted, this, [] { QCoreApplication::exit(0); });
    m_window->show();
    if (!m_settings->notice().isEmpty())
        m_window->showProblem(m_settings->notice());
}

void Desktop::renewWindow()
{
    if (!m_window)
        return;
    if (QWidget *dialog = QApplication::activeModalWidget()) {
        // It belongs to the window, and somebody is busy with it.
        connect(dialog, &QObject::destroyed, this, &Desktop::renewWindow, Qt::QueuedConnection);
        return;
    }
    if (const auto *operations = m_window->findChild<Operations *>(); operations && operations->needsWindow()) {
        // What it leads to its end would be broken off.
        connect(operations, &Operations::busyChanged, this, &Desktop::renewWindow,
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        return;
    }
    if (auto *memory = m_window->findChild<WindowMemory *>())
        memory->save(); // where the new one finds it
    replaceWindow(WindowSources(*m_sources));
}

void Desktop::replaceWindow(const WindowSources &sources)
{
    const std::unique_ptr<MainWindow> old = std::move(m_window); // goes only after the new one is there
    if (old)
        old->disconnect(this);
    showWindow(sources);
}

void Desktop::open()
{
    if (const Result<void> ran = runOwn(); !ran)
        refuse(ran.error().text, 1);
}

QList<QString> Desktop::ownFiles() const
{
    return m_options.files.isEmpty() ? QList<QString>{m_desk.exampleFleet()} : m_options.files;
}

Result<void> Desktop::runOwn()
{
    const QList<QString> files = ownFiles();
    if (files.first().isEmpty())
        return Error{tr("The default fleet was not found beside the program. Name a fleet file with --config FILE.")};
    return runOwn(loadFleetOfProcess(files));
}

Result<void> Desktop::runOwn(const LoadedFleet &loaded, bool goesOn)
{
    auto room = std::make_unique<ControlRoom>(ControlRoomOptions{ownFiles(), m_options.stateDirectory, {}, goesOn});
    if (auto opened = room->open(loaded); !opened)
        return opened;
    m_room = std::move(room);
    connectRoom();
    m_desk.setOwnFleet(m_room->registry().fleetName(), m_room->apiUrl());
    m_desk.setShown({});
    replaceWindow({m_room->registry(), m_room->events(), m_room->commands(), m_room->history(), m_room->alerts(),
        m_room->alertCommands(), m_room->logs(), m_ownConnection, &m_desk});
    const QList<QString> warnings = m_room->warnings();
    if (!warnings.isEmpty())
        m_window->showProblem(warnings.join(QLatin1Char('\n')));
    return {};
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
    ++m_load;
    m_afterShutdown = nullptr; // the program ends, wherever its window was to go
    if (count > 1)
        m_room->killAll();
    else
        m_room->commands().shutdown(signalActor());
}

} // namespace foghorn
