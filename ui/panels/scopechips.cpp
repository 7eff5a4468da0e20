#include "ui/panels/scopechips.h"

#include "ui/models/serviceselection.h"
#include "ui/style/actionicon.h"

#include "core/base/names.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace foghorn {

ScopeChips::ScopeChips(ServiceSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_rest(new QLabel)
    , m_all(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() / 3);
    const int height = fontMetrics().height() * 8 / 5;
    const int iconSize = fontMetrics().height() * 3 / 5;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        auto *chip = new QToolButton;
        chip->setIcon(actionIcon(ActionSymbol::Close));
        chip->setIconSize({iconSize, iconSize});
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setLayoutDirection(layoutDirection() == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft);
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setMinimumHeight(height);
        connect(chip, &QToolButton::clicked, this, [this, i] { takeAway(i); });
        row->addWidget(chip);
        m_chips[i] = chip;
    }
    m_rest->setTextFormat(Qt::PlainText);
    row->addWidget(m_rest);
    m_all->setText(tr("Show all"));
    m_all->setAccessibleName(tr("Show the logs of all services"));
    m_all->setToolTip(m_all->accessibleName());
    m_all->setStatusTip(m_all->accessibleName());
    m_all->setFocusPolicy(Qt::TabFocus);
    m_all->setMinimumHeight(height);
    connect(m_all, &QToolButton::clicked, this, [this] { m_selection.set({}, {}); });
    row->addWidget(m_all);
    row->addStretch();
    connect(&selection, &ServiceSelection::changed, this, &ScopeChips::update);
    update();
}

ScopeChips::~ScopeChips() = default;

void ScopeChips::setFleetSize(int count)
{
    m_fleetSize = count;
    update();
}

void ScopeChips::update()
{
    const QList<ServiceId> &selected = m_selection.selected();
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        m_chips[i]->setVisible(place < selected.size());
        if (place >= selected.size())
            continue;
        const QString name = printable(selected.at(place));
        m_chips[i]->setText(
            QChar::Nbsp + fontMetrics().elidedText(name, Qt::ElideMiddle, fontMetrics().averageCharWidth() * 22));
        m_chips[i]->setAccessibleName(tr("Leave out %1").arg(name));
        m_chips[i]->setToolTip(m_chips[i]->accessibleName());
        m_chips[i]->setStatusTip(m_chips[i]->accessibleName());
    }
    const int more = static_cast<int>(selected.size() - static_cast<qsizetype>(m_chips.size()));
    if (selected.isEmpty())
        m_rest->setText(tr("All %Ln services", nullptr, m_fleetSize));
    else
        m_rest->setText(tr("and %Ln more", nullptr, more));
    m_rest->setVisible(selected.isEmpty() || more > 0);
    m_all->setVisible(!selected.isEmpty());
}

void ScopeChips::takeAway(std::size_t chip)
{
    QList<ServiceId> selected = m_selection.selected();
    if (static_cast<qsizetype>(chip) >= selected.size())
        return;
    const ServiceId gone = selected.takeAt(static_cast<qsizetype>(chip));
    const ServiceId current = m_selection.current() == gone ? selected.value(0) : m_selection.current();
    m_selection.set(selected, current);
}

} // namespace foghorn
