#include "ui/mainwindow/connectionview.h"

#include "ui/mainwindow/connectionparts.h"
#include "ui/mainwindow/connectionwords.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/panels/alertactions.h"

#include <QPushButton>
#include <QStatusBar>
#include <QVBoxLayout>

#include <chrono>

namespace foghorn {

namespace {

using namespace std::chrono_literals;

constexpr auto Tick = 1'000ms;

} // namespace

ConnectionView::ConnectionView(ConnectionBoard &board, const Places &places, QWidget *parent)
    : QObject(parent)
    , m_board(board)
    , m_places(places)
    , m_chip(new ConnectionChip(board))
    , m_bar(new ConnectionBar(board))
    , m_page(new ConnectionPage(board))
    , m_askForControl(new QPushButton(tr("Ask for control…")))
    , m_pagesVeil(new Veil(places.pages))
    , m_detailsVeil(new Veil(places.details))
{
    places.column->insertWidget(0, m_bar);
    places.column->addWidget(m_page, 1);
    m_askForControl->setFlat(true);
    m_askForControl->setToolTip(tr("Connect with a token that may give commands"));
    places.statusBar->addPermanentWidget(m_chip);
    places.statusBar->addPermanentWidget(m_askForControl);
    connect(m_askForControl, &QPushButton::clicked, this, &ConnectionView::controlWanted);
    connect(m_chip, &QAbstractButton::clicked, this, &ConnectionView::connectWanted);
    connect(m_page, &ConnectionPage::connectWanted, this, &ConnectionView::connectWanted);
    connect(m_page, &ConnectionPage::editWanted, this, &ConnectionView::editWanted);
    connect(m_page, &ConnectionPage::cancelWanted, this, &ConnectionView::cancelWanted);
    m_tick.setInterval(Tick);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionView::update);
    connect(&board, &ConnectionBoard::changed, this, &ConnectionView::update);
    update();
}

ConnectionView::~ConnectionView() = default;

void ConnectionView::allowChanges()
{
    m_mayChange = true;
    m_chip->allowChanges();
    m_page->allowChanges();
    update();
}

void ConnectionView::update()
{
    const ConnectionState &connection = m_board.connection();
    const bool hasNothing = connection.link == ConnectionState::Link::Connecting
        || connection.link == ConnectionState::Link::Refused || connection.link == ConnectionState::Link::Closed;
    const bool isStale = connection.link == ConnectionState::Link::Reconnecting;
    m_chip->refresh();
    m_bar->refresh();
    m_page->refresh();
    m_page->setVisible(hasNothing);
    m_askForControl->setVisible(m_mayChange && connection.isUsable() && !connection.mayOperate);
    m_places.pages->setVisible(!hasNothing);
    m_places.details->setEnabled(!hasNothing);
    m_pagesVeil->setVisible(isStale);
    m_detailsVeil->setVisible(isStale || hasNothing);
    const QString blocked = ConnectionWords::whyBlocked(connection);
    m_places.actions->setBlocked(blocked);
    m_places.alertActions->setBlocked(blocked);
    if (connection.link == ConnectionState::Link::Connected)
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

} // namespace foghorn
