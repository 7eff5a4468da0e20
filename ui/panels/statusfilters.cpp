#include "ui/panels/statusfilters.h"

#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

StatusFilters::StatusFilters(QWidget *parent)
    : QWidget(parent)
{
    build();
    showIcons();
    setFilterText({});
    setRows({});
}

StatusFilters::~StatusFilters() = default;

void StatusFilters::build()
{
    const int line = fontMetrics().height();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(line / 2, line / 2, line / 2, line / 2);
    grid->setHorizontalSpacing(line / 2);
    grid->setVerticalSpacing(line / 4);
    grid->setColumnStretch(0, 1);
    const auto heading = [this](const QString &text) {
        auto *label = new QLabel(text, this);
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.9);
        small.setBold(true);
        label->setFont(small);
        label->setForegroundRole(QPalette::PlaceholderText);
        return label;
    };
    const auto title = [&heading, grid](const QString &text, int row) {
        QLabel *label = heading(text);
        grid->addWidget(label, row, 0, 1, 2);
        return label;
    };
    int row = 0;
    title(tr("Status"), row++);
    for (const StatusKind kind : allStatusKinds) {
        Line &each = m_lines[static_cast<std::size_t>(kind)];
        each.box = new QCheckBox(nameOfKind(kind), this);
        each.box->setIconSize(QSize(1, 1) * line);
        each.box->setMinimumHeight(line * 3 / 2);
        each.box->setStatusTip(tr("Show or hide the services that are in this state"));
        each.count = new QLabel(this);
        each.count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        each.count->setBuddy(each.box);
        grid->addWidget(each.box, row, 0);
        grid->addWidget(each.count, row++, 1);
        connect(each.box, &QCheckBox::clicked, this, &StatusFilters::onToggled);
    }
    grid->setRowMinimumHeight(row++, line / 4);
    QLabel *layer = title(tr("Layer"), row++);
    m_layer = new QComboBox(this);
    m_layer->setAccessibleName(tr("Layer shown"));
    m_layer->setStatusTip(tr("Show the services of one layer of the dependency graph"));
    m_layer->addItem(tr("All layers"));
    layer->setBuddy(m_layer);
    grid->addWidget(m_layer, row++, 0, 1, 2);
    connect(m_layer, &QComboBox::activated, this, &StatusFilters::onLayerChosen);
    m_savedPart = new QWidget(this);
    m_savedColumn = new QVBoxLayout(m_savedPart);
    m_savedColumn->setContentsMargins(0, line / 2, 0, 0);
    m_savedColumn->setSpacing(line / 6);
    grid->addWidget(m_savedPart, row++, 0, 1, 2);
    m_savedColumn->addWidget(heading(tr("Saved filters")));
    m_savedPart->hide();
    grid->setRowStretch(row, 1);
}

void StatusFilters::setSaved(const QStringList &names)
{
    for (QToolButton *button : std::as_const(m_saved))
        button->deleteLater();
    m_saved.clear();
    const int line = fontMetrics().height();
    for (const QString &name : names) {
        auto *button = new QToolButton(m_savedPart);
        const QString shown = fontMetrics().elidedText(name, Qt::ElideMiddle, line * 9);
        button->setText(QString(shown).replace(u'&', QStringLiteral("&&")));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumHeight(line * 3 / 2);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setProperty("name", name);
        button->setAccessibleName(tr("Saved filter %1").arg(name));
        button->setStatusTip(tr("Show the services that the filter %1 lets through").arg(name));
        connect(button, &QToolButton::clicked, this, [this, name] { Q_EMIT savedWanted(name); });
        m_savedColumn->addWidget(button);
        m_saved.append(button);
    }
    m_savedPart->setVisible(!names.isEmpty());
}

void StatusFilters::setSavedShown(const QString &name)
{
    for (QToolButton *button : std::as_const(m_saved))
        button->setChecked(!name.isEmpty() && button->property("name").toString() == name);
}

void StatusFilters::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_layer)
        showIcons();
}

void StatusFilters::showIcons()
{
    const StatePalette states = StatePalette::forPalette(palette());
    for (const StatusKind kind : allStatusKinds)
        m_lines[static_cast<std::size_t>(kind)].box->setIcon(glyphIcon(lookOfKind(kind), states));
}

void StatusFilters::setRows(const std::vector<ServiceRow> &rows)
{
    std::array<int, allStatusKinds.size()> counts{};
    int layers = 0;
    for (const ServiceRow &row : rows) {
        ++counts[static_cast<std::size_t>(kindOf(row))];
        layers = std::max(layers, row.layer + 1);
    }
    for (const StatusKind kind : allStatusKinds) {
        const auto at = static_cast<std::size_t>(kind);
        const Line &line = m_lines[at];
        line.count->setText(QLocale().toString(counts[at]));
        line.count->setEnabled(counts[at] > 0); // paler where there is none
        // Only what has changed is told to readers.
        const QString name = counts[at] == 1 ? tr("%1: 1 service").arg(nameOfKind(kind))
                                             : tr("%1: %Ln services", nullptr, counts[at]).arg(nameOfKind(kind));
        if (line.box->accessibleName() != name)
            line.box->setAccessibleName(name);
    }
    setLayers(layers);
}

void StatusFilters::setLayers(int count)
{
    if (m_layer->count() == count + 1)
        return;
    const QScopedValueRollback guard(m_isShowing, true);
    while (m_layer->count() > count + 1)
        m_layer->removeItem(m_layer->count() - 1);
    while (m_layer->count() < count + 1)
        m_layer->addItem(tr("Layer %1").arg(m_layer->count() - 1));
    setFilterText(m_text);
}

void StatusFilters::setFilterText(const QString &text)
{
    const QScopedValueRollback guard(m_isShowing, true);
    m_text = text;
    const ServiceFilter filter = ServiceFilter::parse(text);
    for (const StatusKind kind : allStatusKinds)
        m_lines[static_cast<std::size_t>(kind)].box->setChecked(filter.showsKind(kind));
    const std::optional<int> layer = filter.layer();
    m_layer->setCurrentIndex(layer && *layer + 1 < m_layer->count() ? *layer + 1 : 0);
}

void StatusFilters::onToggled()
{
    if (m_isShowing)
        return;
    QList<StatusKind> kinds;
    for (const StatusKind kind : allStatusKinds) {
        if (m_lines[static_cast<std::size_t>(kind)].box->isChecked())
            kinds.append(kind);
    }
    Q_EMIT filterWanted(ServiceFilter::withKinds(m_text, kinds)); // none at all is as good as all
}

void StatusFilters::onLayerChosen()
{
    if (m_isShowing)
        return;
    const int chosen = m_layer->currentIndex();
    Q_EMIT filterWanted(ServiceFilter::withLayer(m_text, chosen > 0 ? std::optional(chosen - 1) : std::nullopt));
}

} // namespace foghorn
