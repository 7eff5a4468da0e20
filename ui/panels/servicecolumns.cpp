#include "ui/panels/servicecolumns.h"

#include "ui/models/servicetablemodel.h"
#include "ui/models/settingkeys.h"
#include "ui/models/usersettings.h"
#include "ui/panels/columnroom.h"
#include "ui/panels/headerlayout.h"
#include "ui/panels/serviceview.h"
#include "ui/panels/statusdelegate.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace foghorn {

namespace {

using Model = ServiceTableModel;

constexpr QLatin1String uptimeKey("services/uptime");
constexpr QLatin1String responseKey("services/response");
const QLatin1String comfortableRows("comfortable");

constexpr std::array usualColumns{Model::Status, Model::Name, Model::Checks, Model::Uptime, Model::Response,
    Model::Restarts, Model::Since, Model::Why};

bool isUsual(int column)
{
    return std::any_of(usualColumns.begin(), usualColumns.end(), [column](int each) { return each == column; });
}

/// The strip of checks is the one that is stretched.
ColumnRoom::Plan roomPlan()
{
    return {Model::Why, 10, Model::Checks, 7, {Model::Restarts, Model::Uptime, Model::Response, Model::Checks}};
}

QMetaEnum columnNames() { return QMetaEnum::fromType<Model::Column>(); }

} // namespace

ServiceColumns::ServiceColumns(ServiceView &view, ServiceTableModel &model, UserSettings &settings)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
    , m_settings(settings)
{
    QHeaderView *header = view.horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    header->setMinimumSectionSize(view.fontMetrics().height() * 3);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    showUsual();
    m_room = new ColumnRoom(*header, roomPlan());
    restore();
    connect(header, &QWidget::customContextMenuRequested, this,
        [this, header](const QPoint &at) { showMenuAt(header->viewport()->mapToGlobal(at)); });
}

ServiceColumns::~ServiceColumns() = default;

int ServiceColumns::defaultWidth(int column) const
{
    const QFontMetrics metrics = m_view.fontMetrics();
    const int line = metrics.height();
    const auto wide = [&](const QString &widest) {
        const QString title = m_model.headerData(column, Qt::Horizontal).toString();
        return std::max(metrics.horizontalAdvance(title) + line * 3 / 2, metrics.horizontalAdvance(widest) + line);
    };
    switch (column) {
    case Model::Status:
        return StatusDelegate::widestChip(metrics);
    case Model::Name:
        return metrics.horizontalAdvance(QStringLiteral("vpn_coordinator")) * 5 / 4 + line;
    case Model::Checks:
        return line * 11;
    case Model::Why: // it takes what is left over
        return line * 4;
    case Model::LastError:
    case Model::Tags:
        return line * 14;
    case Model::Response:
        return wide(QStringLiteral("100.0 ms"));
    case Model::Since:
        return wide(QStringLiteral("10 h 55 min"));
    case Model::Memory:
        return wide(QStringLiteral("100.0 MiB"));
    default:
        return wide(QStringLiteral("99.99 %"));
    }
}

void ServiceColumns::reset()
{
    m_room->arrange([this] { showUsual(); });
}

QStringList ServiceColumns::layout() const
{
    return HeaderLayout::of(
        *m_view.horizontalHeader(), columnNames(), [this](int column) { return m_room->wantedWidth(column); });
}

void ServiceColumns::setLayout(const QStringList &layout)
{
    m_room->arrange([&] { HeaderLayout::apply(layout, *m_view.horizontalHeader(), columnNames()); });
}

void ServiceColumns::showUsual()
{
    QHeaderView *header = m_view.horizontalHeader();
    for (int column = 0; column < Model::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->resizeSection(column, defaultWidth(column));
        header->setSectionHidden(column, !isUsual(column));
    }
}

void ServiceColumns::restore()
{
    const auto choice = [this](const QString &key, int fallback) {
        return std::clamp(m_settings.value(key, fallback).toInt(), 0, 2);
    };
    m_model.setUptimeWindow(static_cast<Model::UptimeWindow>(choice(uptimeKey, 1)));
    m_model.setResponseKind(static_cast<Model::ResponseKind>(choice(responseKey, 0)));
    followRows();
    connect(&m_settings, &UserSettings::changed, this, [this](const QString &key) {
        if (key == RowsKey)
            followRows();
    });
}

void ServiceColumns::followRows() { m_view.setComfortable(m_settings.value(RowsKey).toString() == comfortableRows); }

bool ServiceColumns::isShown(int column) const { return !m_view.isColumnHidden(column); }

void ServiceColumns::setShown(int column, bool shown)
{
    if (column == Model::Name) // what else would a row be
        return;
    if (shown)
        m_room->insistOn(column);
    m_view.setColumnHidden(column, !shown);
}

void ServiceColumns::setComfortable(bool comfortable)
{
    m_settings.setValue(RowsKey, comfortable ? QString(comfortableRows) : QStringLiteral("compact"));
}

QMenu *ServiceColumns::makeMenu()
{
    auto *menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Columns"));
    addColumnActions(*menu);
    menu->addSeparator();
    addMeaningActions(*menu);
    addHeightActions(*menu);
    menu->addSeparator();
    connect(menu->addAction(tr("Columns as at first")), &QAction::triggered, this, &ServiceColumns::reset);
    return menu;
}

void ServiceColumns::addColumnActions(QMenu &menu)
{
    for (int column = 0; column < Model::ColumnCount; ++column) {
        QAction *action = menu.addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isShown(column));
        action->setEnabled(column != Model::Name);
        action->setStatusTip(m_model.columnTip(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setShown(column, shown); });
    }
}

void ServiceColumns::addMeaningActions(QMenu &menu)
{
    const auto add = [this](QMenu &into, const QStringList &texts, int current, const auto &choose) {
        auto *group = new QActionGroup(&into);
        for (int i = 0; i < texts.size(); ++i) {
            QAction *action = group->addAction(into.addAction(texts.at(i)));
            action->setCheckable(true);
            action->setChecked(i == current);
            connect(action, &QAction::triggered, this, [choose, i] { choose(i); });
        }
    };
    add(*menu.addMenu(tr("Uptime over")), {tr("1 hour"), tr("24 hours"), tr("7 days")},
        static_cast<int>(m_model.uptimeWindow()), [this](int choice) {
            m_model.setUptimeWindow(static_cast<Model::UptimeWindow>(choice));
            m_settings.setValue(uptimeKey, choice);
        });
    add(*menu.addMenu(tr("Response as")), {tr("Last answer"), tr("Average of 100"), tr("95th percentile of 100")},
        static_cast<int>(m_model.responseKind()), [this](int choice) {
            m_model.setResponseKind(static_cast<Model::ResponseKind>(choice));
            m_settings.setValue(responseKey, choice);
        });
}

void ServiceColumns::addHeightActions(QMenu &menu)
{
    QAction *action = menu.addAction(tr("High rows"));
    action->setCheckable(true);
    action->setChecked(m_view.isComfortable());
    action->setStatusTip(tr("Show each service on two lines"));
    connect(action, &QAction::toggled, this, &ServiceColumns::setComfortable);
}

void ServiceColumns::showMenuAt(const QPoint &global) { makeMenu()->popup(global); }

void ServiceColumns::showMenu()
{
    const QHeaderView *header = m_view.horizontalHeader();
    showMenuAt(header->mapToGlobal(QPoint(m_view.fontMetrics().height(), header->height())));
}

} // namespace foghorn
