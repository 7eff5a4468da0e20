#include "tests/ui/gallery/connectionpictures.h"

#include "tests/ui/support/comeround.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/dialogs/connectionform.h"
#include "ui/dialogs/connectionlist.h"
#include "ui/dialogs/consequencedialog.h"
#include "ui/dialogs/switchquestion.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/theme.h"
#include "ui/tray/traycontent.h"

#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTest>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

const char *const Fingerprint = "Certificate of: 10.1.4.7\nIssued by: edge-7\nValid until: 2027-11-23T14:00:00Z\n"
                                "SHA-256 fingerprint: 3A:91:0C:5E:44:B7:12:9F:8D:60:EE:21:77:0A:CB:38:"
                                "94:5D:F2:6B:13:88:4E:C0:A9:57:D1:3C:70:2F:E6:1B";

} // namespace

ConnectionPictures::ConnectionPictures(Theme &theme, QDir folder)
    : m_theme(theme)
    , m_folder(std::move(folder))
{
    m_room.registry.setOutline(fakeOutline(QStringLiteral("edge"), tenServices()));
    makeBusyEvening(m_room.registry);
    makeConnections(m_desk);
}

ConnectionPictures::~ConnectionPictures() = default;

void ConnectionPictures::save(const QString &tone)
{
    WindowSources sources = m_room.sources();
    sources.desk = &m_desk;
    m_window = std::make_unique<MainWindow>(sources, m_theme, m_room.settings);
    m_window->selection().selectOnly(QStringLiteral("onion"));
    m_window->show();
    saveStates(tone);
    saveDialog(tone);
    saveTray(tone);
    m_window.reset();
}

void ConnectionPictures::picture(const QString &name, const QString &tone, ConnectionState state)
{
    state.place = QStringLiteral("edge-7:7464");
    state.called = QStringLiteral("edge-7 (production)");
    if (state.since == WallTime{})
        state.since = Now::read().wall - 12s;
    m_room.connection.setHeardAt(state.since);
    m_room.connection.put(state);
    comeRound();
    m_window->grab().save(m_folder.filePath(QStringLiteral("connection-") + name + tone + QStringLiteral(".png")));
}

void ConnectionPictures::saveStates(const QString &tone)
{
    m_desk.show(m_desk.book().profiles().first());
    using Link = ConnectionState::Link;
    ConnectionState state;
    state.link = Link::Connecting;
    state.reason = QStringLiteral("no answer from https://edge-7:7464: Connection refused");
    picture(QStringLiteral("connecting"), tone, state);
    state = {};
    picture(QStringLiteral("connected"), tone, state);
    state.mayOperate = false;
    picture(QStringLiteral("viewer"), tone, state);
    state = {};
    state.link = Link::Lagging;
    picture(QStringLiteral("lagging"), tone, state);
    state.link = Link::Reconnecting;
    state.nextTryAt = Now::read().wall + 5s;
    picture(QStringLiteral("lost"), tone, state);
    state.hasEnded = true;
    picture(QStringLiteral("ended"), tone, state);
    state = {};
    state.link = Link::Refused;
    state.refusal = ConnectionState::Refusal::Certificate;
    state.reason =
        QStringLiteral("the certificate of edge-7 is not to be trusted: The certificate is self-signed, and untrusted");
    state.details = QLatin1String(Fingerprint);
    picture(QStringLiteral("certificate"), tone, state);
    state.details.clear();
    state.refusal = ConnectionState::Refusal::Token;
    state.reason = QStringLiteral("The token is missing or wrong.");
    picture(QStringLiteral("token"), tone, state);
    state = {};
    state.link = Link::Closed;
    picture(QStringLiteral("closed"), tone, state);
    picture(QStringLiteral("connected"), tone, {});
}

void ConnectionPictures::saveDialog(const QString &tone)
{
    const auto grab = [&](QWidget &widget, const char *name) {
        comeRound();
        widget.grab().save(m_folder.filePath(QLatin1String(name) + tone + QStringLiteral(".png")));
    };
    {
        ConnectDialog dialog(m_desk, {}, m_window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        m_desk.verdict = {true, QStringLiteral("Foghorn 0.1.0 answers and runs “edge” with 12 services."), {}, {}};
        dialog.testButton().click();
        grab(dialog, "connect");
        m_desk.verdict = {false,
            QStringLiteral("The certificate of edge-7 is not to be trusted: The certificate is self-signed, and "
                           "untrusted."),
            QLatin1String(Fingerprint), "x"};
        dialog.testButton().click();
        grab(dialog, "connect-certificate");
        dialog.list().chooseNew();
        grab(dialog, "connect-new");
        dialog.list().setCurrentRow(2);
        grab(dialog, "connect-found");
    }
    m_window->actionsOnServices().stopAllAction()->trigger();
    if (auto *question = m_window->findChild<ConsequenceDialog *>()) {
        grab(*question, "connect-protected");
        delete question;
    }
    ConsequenceDialog dialog(SwitchQuestion::content(m_room.registry, 8, QStringLiteral("edge-7")), m_window.get());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    grab(dialog, "connect-question");
}

/// At the sizes of trays, and large.
void ConnectionPictures::saveTray(const QString &tone)
{
    const TrayContent content = TrayWords::content(m_window->model().rows(), QStringLiteral("edge-7"), true);
    TrayContent many = content;
    many.attention = 120;
    TrayContent well = content;
    well.attention = 0;
    well.look = {StateFamily::Healthy, Silhouette::Check, Badge::None, 0};
    QImage image(420, 210, QImage::Format_ARGB32_Premultiplied);
    image.fill(m_window->palette().color(QPalette::Window));
    QPainter painter(&image);
    int y = 10;
    for (const TrayContent &each : {content, many, well}) {
        int x = 10;
        for (const int side : {16, 22, 32, 48, 64}) {
            painter.drawPixmap(x, y, TrayWords::icon(each).pixmap(QSize(side, side), 1.0));
            x += side + 20;
        }
        y += 66;
    }
    painter.end();
    image.save(m_folder.filePath(QStringLiteral("tray") + tone + QStringLiteral(".png")));
}

} // namespace foghorn
