#include "ui/mainwindow/dataage.h"

#include "ui/style/wording.h"

#include "core/registry/connectionboard.h"
#include "core/registry/serviceregistry.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

using Seconds = std::chrono::seconds;

/// The coarser the older; from an hour on every hour.
constexpr std::array<Seconds, 12> Steps{0s, 5s, 10s, 20s, 30s, 1min, 2min, 5min, 10min, 20min, 30min, 1h};

} // namespace

AgeStep ageStepOf(std::chrono::milliseconds age)
{
    age = std::max(age, 0ms); // clocks may be set back
    const auto *next = std::upper_bound(Steps.begin(), Steps.end(), age);
    if (next != Steps.end())
        return {*(next - 1), *next};
    const auto hours = std::chrono::floor<std::chrono::hours>(age);
    return {hours, hours + 1h};
}

DataAge::DataAge(const ServiceRegistry &registry, const ConnectionBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_button(new QToolButton(this))
    , m_newsAt(Now::read().wall)
{
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setMinimumHeight(fontMetrics().height() * 3 / 2);
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_button->setToolTip(tr("How old what the window shows is"));
    m_button->setStatusTip(m_button->toolTip());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_button);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DataAge::refresh);
    connect(&registry, &ServiceRegistry::checkRecorded, this, &DataAge::onNews);
    connect(&registry, &ServiceRegistry::statusChanged, this, &DataAge::onNews);
    connect(&registry, &ServiceRegistry::healthChanged, this, &DataAge::onNews);
    connect(&registry, &ServiceRegistry::outlineChanged, this, &DataAge::onNews);
    connect(&board, &ConnectionBoard::changed, this, &DataAge::onConnectionChanged);
    connect(m_button, &QToolButton::clicked, this,
        [this] { Q_EMIT told(tr("The latest news of the fleet came at %1").arg(Wording::moment(newest()))); });
    showWords();
    if (board.connection().link != ConnectionState::Link::Connected)
        hide();
}

DataAge::~DataAge() = default;

/// Most news change nothing that can be seen: then nothing is done.
void DataAge::onNews()
{
    m_newsAt = Now::read().wall;
    if (m_told > 0s)
        refresh();
}

void DataAge::onConnectionChanged()
{
    setVisible(m_board.connection().link == ConnectionState::Link::Connected);
    refresh();
}

WallTime DataAge::newest() const
{
    const bool isHeard = m_board.connection().isRemote() && m_board.heardAt() != WallTime();
    return isHeard ? m_board.heardAt() : m_newsAt;
}

void DataAge::refresh()
{
    if (!isVisible())
        return;
    const auto age = std::max<std::chrono::milliseconds>(Now::read().wall - newest(), 0ms);
    const AgeStep step = ageStepOf(age);
    m_timer.start(std::chrono::duration_cast<std::chrono::milliseconds>(step.until) - age);
    if (step.told == m_told)
        return;
    m_told = step.told;
    showWords();
}

QString DataAge::wordsOf(Seconds told, bool compact) const
{
    if (told == 0s)
        return compact ? tr("now", "what is shown is of this moment") : tr("updated just now");
    //: how old what is shown is: %1 is a time like "10 s"
    return compact ? Wording::age(told) : tr("updated %1 ago").arg(Wording::age(told));
}

QString DataAge::words() const { return wordsOf(m_told, false); }

void DataAge::showWords()
{
    m_button->setText(wordsOf(m_told, m_isCompact));
    m_button->setAccessibleName(words());
}

/// Room for all words, so that what stands beside them stays where it is.
int DataAge::widthOf(bool compact) const
{
    int widest = 0;
    for (const Seconds step : Steps)
        widest = std::max(widest, fontMetrics().horizontalAdvance(wordsOf(step, compact)));
    return widest + m_button->sizeHint().width() - fontMetrics().horizontalAdvance(m_button->text());
}

int DataAge::rightHeight() const { return std::max(m_button->sizeHint().height(), m_button->minimumHeight()); }

QSize DataAge::sizeHint() const { return {widthOf(false), rightHeight()}; }

QSize DataAge::minimumSizeHint() const { return {widthOf(true), rightHeight()}; }

void DataAge::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isCompact = width() < widthOf(false);
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    showWords();
}

void DataAge::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DataAge::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

} // namespace foghorn
