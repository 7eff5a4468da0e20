#include "ui/mainwindow/graphfeature.h"

#include "ui/graph/blastradius.h"
#include "ui/graph/graphbar.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphpanel.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/graphview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/serviceactions.h"
#include "ui/models/serviceselection.h"
#include "ui/models/usersettings.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QMenu>

namespace foghorn {

namespace {

constexpr QLatin1String OptionalKey("graph/optional");
constexpr QLatin1String StoppedKey("graph/stopped");
constexpr QLatin1String ListKey("graph/list");
constexpr QLatin1String GroupKey("graph/group");

/// "layer", "type", "label:tier"
QString wordOf(const GroupBy &groupBy)
{
    switch (groupBy.kind) {
    case GroupBy::Kind::Layer:
        return QStringLiteral("layer");
    case GroupBy::Kind::Type:
        return QStringLiteral("type");
    case GroupBy::Kind::Label:
        return QStringLiteral("label:") + groupBy.label;
    }
    Q_UNREACHABLE();
}

/// Whatever is not understood: by layer.
GroupBy groupByOf(const QString &word)
{
    const QString label = QStringLiteral("label:");
    if (word.startsWith(label))
        return {GroupBy::Kind::Label, word.mid(label.size())};
    return word == QLatin1String("type") ? GroupBy{GroupBy::Kind::Type, {}} : GroupBy{};
}

} // namespace

GraphFeature::GraphFeature(MainWindow &window, UserSettings &settings)
    : QObject(&window)
    , m_window(window)
    , m_panel(window.graphPanel())
    , m_settings(settings)
    , m_blast(window.addToMenu(MainWindow::Menu::View, tr("Whom a stop would &hit"),
          tr("Mark in the graph what would stop with the selected services"), QKeySequence(Qt::CTRL | Qt::Key_B)))
{
    m_blast->setCheckable(true);
    connect(m_blast, &QAction::toggled, &m_panel.blastRadius(), &BlastRadius::setOn);
    connect(m_blast, &QAction::triggered, this, [this](bool isOn) {
        if (isOn)
            m_window.showPage(MainWindow::Page::Graph);
    });
    connect(&m_panel.exporter(), &GraphExport::exported, &window, &MainWindow::showSuccess);
    connect(&m_panel.exporter(), &GraphExport::exportFailed, &window, &MainWindow::showProblem);
    followActions();
    restore();
    keep();
}

GraphFeature::~GraphFeature() = default;

void GraphFeature::followActions()
{
    const auto doTo = [this](const ServiceId &service, Verb verb) {
        m_window.selection().selectOnly(service);
        m_window.actionsOnServices().action(verb)->trigger();
    };
    connect(&m_panel.view(), &GraphView::restartWanted, this,
        [doTo](const ServiceId &service) { doTo(service, Verb::Restart); });
    connect(&m_panel.view(), &GraphView::checkWanted, this,
        [doTo](const ServiceId &service) { doTo(service, Verb::Check); });
    for (const Verb verb : {Verb::Stop, Verb::Restart})
        connect(m_window.actionsOnServices().action(verb), &QAction::hovered, this, &GraphFeature::followMenu);
}

/// An item that stops has the focus in some menu: from now on until another has, or the menu goes.
void GraphFeature::followMenu()
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return;
    connect(menu, &QMenu::hovered, this, &GraphFeature::onHovered, Qt::UniqueConnection);
    connect(menu, &QMenu::aboutToHide, this, &GraphFeature::endPreview, Qt::UniqueConnection);
    m_panel.blastRadius().setPreviewed(true);
}

void GraphFeature::onHovered(QAction *action)
{
    const ServiceActions &actions = m_window.actionsOnServices();
    m_panel.blastRadius().setPreviewed(action == actions.action(Verb::Stop) || action == actions.action(Verb::Restart));
}

void GraphFeature::endPreview() { m_panel.blastRadius().setPreviewed(false); }

void GraphFeature::restore()
{
    m_panel.bar().optionalBox().setChecked(m_settings.value(OptionalKey, true).toBool());
    m_panel.bar().stoppedBox().setChecked(m_settings.value(StoppedKey, true).toBool());
    m_panel.showAsList(m_settings.value(ListKey, false).toBool());
    m_panel.scene().setGroupBy(groupByOf(m_settings.value(GroupKey).toString()));
}

void GraphFeature::keep()
{
    const auto keepBox = [this](QCheckBox &box, QLatin1String key) {
        connect(&box, &QCheckBox::toggled, this, [this, key](bool isOn) { m_settings.setValue(key, isOn); });
    };
    keepBox(m_panel.bar().optionalBox(), OptionalKey);
    keepBox(m_panel.bar().stoppedBox(), StoppedKey);
    connect(&m_panel.bar(), &GraphBar::listWanted, this, [this](bool list) { m_settings.setValue(ListKey, list); });
    connect(&m_panel.scene(), &GraphScene::laidOut, this,
        [this] { m_settings.setValue(GroupKey, wordOf(m_panel.scene().groupBy())); });
}

} // namespace foghorn
