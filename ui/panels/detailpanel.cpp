#include "ui/panels/detailpanel.h"

#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/panels/detailparts.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace foghorn {

namespace {

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // services choose their words, not our markup
    label->setWordWrap(true);
    return label;
}

void clearLayout(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the very button that was pressed
        }
        std::default_delete<QLayoutItem>()(item);
    }
}

} // namespace

DetailPanel::DetailPanel(
    const ServiceRegistry &registry, ServiceTableModel &model, ServiceSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_registry(registry)
    , m_model(model)
    , m_selection(selection)
{
    build();
    connect(&selection, &ServiceSelection::changed, this, &DetailPanel::onSelectionChanged);
    connect(&model, &ServiceTableModel::refreshed, this, &DetailPanel::refresh);
    // Ages change without anything else changing.
    connect(&model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
            if (!roles.isEmpty())
                refresh();
        });
    onSelectionChanged();
}

DetailPanel::~DetailPanel() = default;

void DetailPanel::build()
{
    const int gap = fontMetrics().height();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_nothing = textLabel(this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setText(tr("Select a service to see why it is in its state, what it needs and what needs it."));
    m_nothing->setMargin(gap);
    outer->addWidget(m_nothing, 1);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Details of the selected service"));
    outer->addWidget(scroll, 1);
    auto *inner = new QWidget;
    scroll->setWidget(inner);
    m_body = scroll;

    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap / 2);
    m_name = addText(layout);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.35);
    m_name->setFont(large);
    auto *stateRow = new QHBoxLayout;
    m_glyph = new GlyphLabel(inner);
    m_state = textLabel(inner);
    QFont bold = font();
    bold.setBold(true);
    m_state->setFont(bold);
    stateRow->addWidget(m_glyph, 0, Qt::AlignTop);
    stateRow->addWidget(m_state, 1);
    layout->addLayout(stateRow);
    m_why = addText(layout);
    m_strip = new StripWidget(inner);
    layout->addWidget(m_strip);
    m_facts = addText(layout);
    m_description = addText(layout);
    m_needsTitle = addText(layout);
    m_needsTitle->setFont(bold);
    m_needs = new QVBoxLayout;
    m_needs->setSpacing(0);
    layout->addLayout(m_needs);
    m_neededTitle = addText(layout);
    m_neededTitle->setFont(bold);
    m_neededBy = new QVBoxLayout;
    m_neededBy->setSpacing(0);
    layout->addLayout(m_neededBy);
    layout->addStretch(1);
}

QLabel *DetailPanel::addText(QVBoxLayout *layout)
{
    QLabel *label = textLabel(layout->parentWidget());
    layout->addWidget(label);
    return label;
}

void DetailPanel::onSelectionChanged()
{
    m_shown = m_selection.selected().isEmpty() ? ServiceId() : m_selection.current();
    m_neighbours.clear();
    refresh();
}

void DetailPanel::refresh()
{
    const RegistryEntry *entry = m_shown.isEmpty() ? nullptr : m_registry.find(m_shown);
    const int row = m_model.rowOfService(m_shown);
    m_nothing->setVisible(!entry || row < 0);
    m_body->setVisible(entry && row >= 0);
    if (!entry || row < 0)
        return;
    const ServiceRow &shown = m_model.row(row);
    const WallTime now = Now::read().wall;
    m_name->setText(printable(m_shown));
    m_glyph->setLook(shown.look);
    m_state->setText(Wording::sentence(entry->info, entry->status, entry->health, now));
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, StatePalette::forPalette(palette()).colors(shown.look.family).text);
    m_state->setPalette(colored);
    m_why->setText(shown.why);
    m_description->setText(printable(entry->info.description));
    m_description->setVisible(!entry->info.description.isEmpty());
    m_strip->setMarks(shown.marks);
    m_facts->setText(facts());
    m_needsTitle->setText(shown.needs > 0 ? tr("Needs") : tr("Needs nothing"));
    m_neededTitle->setText(shown.neededBy > 0 ? tr("Needed by") : tr("Needed by nobody"));

    QString neighbours; // fill the lists only when a word or a glyph in them changes
    const QList<ServiceId> all = entry->info.required + entry->info.optional + entry->info.dependents;
    for (const ServiceId &id : all) {
        const int other = m_model.rowOfService(id);
        neighbours += id + (other < 0 ? QString() : m_model.row(other).state) + QLatin1Char('\n');
    }
    neighbours += palette().color(QPalette::Window).name();
    if (neighbours == m_neighbours)
        return;
    m_neighbours = neighbours;
    fillNeighbours(m_needs, entry->info.required, entry->info.optional);
    fillNeighbours(m_neededBy, entry->info.dependents, {});
}

QString DetailPanel::facts() const
{
    const RegistryEntry *entry = m_registry.find(m_shown);
    const ServiceStatus &status = entry->status;
    QStringList lines;
    if (status.since.time_since_epoch().count() > 0)
        lines.append(
            tr("Since %1 (%2)").arg(Wording::clock(status.since), Wording::age(Now::read().wall - status.since)));
    if (entry->lastCheck)
        lines.append(tr("Last check %1: %2")
                         .arg(Wording::clock(entry->lastCheck->at),
                             entry->lastCheck->passed ? Wording::response(entry->lastCheck->responseTime)
                                                      : printable(entry->lastCheck->message)));
    if (status.maxAttempts > 0)
        lines.append(tr("Automatic restarts: %1 of %2").arg(status.restartAttempts).arg(status.maxAttempts));
    if (status.pid > 0)
        lines.append(tr("Process %1").arg(status.pid));
    for (const Endpoint &endpoint : entry->info.endpoints)
        lines.append(printable(endpoint.url));
    lines.append(
        entry->info.critical ? tr("Layer %1, critical").arg(entry->info.layer) : tr("Layer %1").arg(entry->info.layer));
    return lines.join(QLatin1Char('\n'));
}

void DetailPanel::fillNeighbours(
    QVBoxLayout *layout, const QList<ServiceId> &services, const QList<ServiceId> &optional)
{
    clearLayout(layout);
    const StatePalette states = StatePalette::forPalette(palette());
    for (const ServiceId &id : services + optional) {
        const int row = m_model.rowOfService(id);
        auto *button = new QToolButton(m_body);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        const QString name = printable(id);
        const QString words = optional.contains(id) ? tr("%1 (optional)").arg(name) : name;
        button->setText(QLatin1Char(' ') + words); // some room after the glyph
        if (row >= 0) {
            button->setIcon(glyphIcon(m_model.row(row).look, states));
            button->setAccessibleName(tr("Go to %1, %2").arg(name, Wording::spoken(m_model.row(row).facts)));
        }
        connect(button, &QToolButton::clicked, this, [this, id] { m_selection.selectOnly(id); });
        layout->addWidget(button);
    }
}

} // namespace foghorn
