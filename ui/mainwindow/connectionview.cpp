#include "ui/mainwindow/connectionview.h"

#include "ui/mainwindow/connectionparts.h"
#include "ui/mainwindow/connectionwords.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/panels/alertactions.h"

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
    , m_pagesVeil(new Veil(places.pages))
    , m_detailsVeil(new Veil(places.details))
{
    places.column->insertWidget(0, m_bar);
    places.column->addWidget(m_page, 1);
    places.statusBar->addPermanentWidget(m_chip);
    m_tick.setInterval(Tick);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionView::update);
    connect(&board, &ConnectionBoard::changed, this, &ConnectionView::update);
    update();
}

ConnectionView::~ConnectionView() = default;

void ConnectionView::update()
{
    const ConnectionState &connection = m_board.connection();
    const bool hasNothing =
        connection.link == ConnectionState::Link::Connecting || connection.link == ConnectionState::Link::Refused;
    const bool isStale = connection.link == ConnectionState::Link::Reconnecting;
    m_chip->refresh();
    m_bar->refresh();
    m_page->refresh();
    m_page->setVisible(hasNothing);
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
