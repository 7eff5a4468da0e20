// What the details show when; how they are put together is in detailpanelparts.cpp.
#include "ui/panels/detailpanel.h"

#include "ui/models/blockerpath.h"
#include "ui/models/nextstep.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/detailcharts.h"
#include "ui/panels/detailchecks.h"
#include "ui/panels/detaildependencies.h"
#include "ui/panels/detaillogs.h"
#include "ui/panels/detailoverview.h"
#include "ui/panels/detailparts.h"
#include "ui/panels/detailsettings.h"
#include "ui/panels/neighbourbuttons.h"
#include "ui/style/isolated.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QEvent>
#include <QLabel>
#include <QTabWidget>
#include <QToolButton>

namespace foghorn {

DetailPanel::DetailPanel(const DetailSources &sources, QWidget *parent)
    : QWidget(parent)
    , m_registry(sources.time.registry)
    , m_model(sources.time.model)
    , m_selection(sources.time.selection)
{
    build(sources);
    connect(&m_selection, &ServiceSelection::changed, this, &DetailPanel::onSelectionChanged);
    connect(&m_model, &ServiceTableModel::refreshed, this, &DetailPanel::refresh);
    // Ages change without anything else changing.
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
            if (!roles.isEmpty() && last.row() - first.row() + 1 == m_model.rowCount())
                refresh();
        });
    for (DetailTab *tab :
        std::initializer_list<DetailTab *>{m_overview, m_checks, m_charts, m_logs, m_dependencies, m_settings}) {
        connect(tab, &DetailTab::serviceWanted, this, [this](const ServiceId &id) { goTo(id); });
        connect(tab, &DetailTab::logWanted, this, &DetailPanel::logWanted);
    }
    connect(m_charts, &DetailCharts::pageWanted, this, &DetailPanel::chartsWanted);
    connect(m_path, &NeighbourButtons::serviceWanted, this, [this](const ServiceId &id) { goTo(id); });
    connect(m_pin, &QToolButton::toggled, this, &DetailPanel::onPinToggled);
    connect(m_select, &QToolButton::clicked, this, [this] { m_selection.selectOnly(m_shown); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailPanel::refresh);
    onSelectionChanged();
}

DetailPanel::~DetailPanel() = default;

bool DetailPanel::isPinned() const { return m_pin->isChecked(); }

void DetailPanel::setPinned(bool pinned) { m_pin->setChecked(pinned); }

/// Whoever follows a link wants to see where it leads, pinned or not.
void DetailPanel::goTo(const ServiceId &service)
{
    setPinned(false);
    m_selection.selectOnly(service);
}

void DetailPanel::onPinToggled()
{
    const QString tip =
        isPinned() ? tr("Follow the selection again") : tr("Keep this service here while the selection moves on");
    m_pin->setText(isPinned() ? tr("Pinned") : tr("Pin"));
    m_pin->setToolTip(tip);
    m_pin->setStatusTip(tip);
    onSelectionChanged();
    Q_EMIT pinChanged();
}

void DetailPanel::onSelectionChanged()
{
    if (!isPinned() || !m_registry.find(m_shown))
        m_shown = m_selection.selected().isEmpty() ? ServiceId() : m_selection.current();
    refresh();
}

void DetailPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_settings)
        refresh();
}

void DetailPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DetailPanel::refresh()
{
    const RegistryEntry *entry = m_shown.isEmpty() ? nullptr : m_registry.find(m_shown);
    const int row = m_model.rowOfService(m_shown);
    const bool isKnown = entry && row >= 0;
    m_nothing->setVisible(!isKnown);
    m_body->setVisible(isKnown);
    if (!isKnown || !isVisible())
        return;
    const DetailSubject subject{*entry, m_model.row(row), Now::read().wall};
    showHead(subject);
    showActions();
    if (auto *tab = qobject_cast<DetailTab *>(m_tabs->currentWidget()))
        tab->showSubject(subject);
}

void DetailPanel::showHead(const DetailSubject &subject)
{
    const RegistryEntry &entry = subject.entry;
    m_name->setText(printable(m_shown));
    m_glyph->setLook(subject.row.look);
    const QString state = Wording::sentence(entry.info, entry.status, entry.health, subject.now);
    m_state->setText(subject.row.remembered ? QStringLiteral("(%1)").arg(state) : state);
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, StatePalette::forPalette(palette()).colors(subject.row.look.family).text);
    m_state->setPalette(colored);
    const WallTime since = entry.status.since;
    m_since->setVisible(since != WallTime());
    //: %1 a time of day, %2 how long ago
    m_since->setText(tr("since %1 (%2)").arg(Wording::clock(since), Wording::age(subject.now - since)));
    m_why->setText(isCalm(subject.row) ? subject.row.why : tr("Why: %1").arg(subject.row.why));
    QList<NeighbourButtons::Neighbour> path;
    const QList<BlockerStep> steps = blockerPath(m_registry, m_shown);
    for (const BlockerStep &step : steps)
        path.append({step.service, step.why});
    m_path->setNeighbours(path);
    m_path->setVisible(!path.isEmpty());
    const QString next = nextStep(entry, subject.now);
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
}

/// A button never lies: the actions are about the selection.
void DetailPanel::showActions()
{
    const bool isSelected = m_selection.selected() == QList<ServiceId>{m_shown};
    m_actions->setVisible(isSelected && !m_actions->children().isEmpty());
    m_select->setVisible(!isSelected);
    const QString name = tr("Select %1").arg(isolated(m_shown));
    if (m_select->accessibleName() == name)
        return;
    m_select->setAccessibleName(name);
    m_select->setStatusTip(tr("The actions are about the selected service; this one is pinned"));
}

QString DetailPanel::headline() const
{
    QStringList parts;
    for (const QLabel *label : {m_state, m_since, m_why, m_next}) {
        if (!label->isHidden())
            parts.append(label->text());
    }
    return parts.join(QStringLiteral(". "));
}

} // namespace foghorn
