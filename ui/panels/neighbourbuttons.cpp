#include "ui/panels/neighbourbuttons.h"

#include "ui/models/servicetablemodel.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

NeighbourButtons::NeighbourButtons(const ServiceTableModel &model, qsizetype most, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_most(most)
    , m_column(new QVBoxLayout(this))
    , m_rest(new QLabel(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_rest);
    m_rest->setForegroundRole(QPalette::PlaceholderText);
    m_rest->setMargin(fontMetrics().height() / 4);
    m_rest->hide();
}

NeighbourButtons::~NeighbourButtons() = default;

QToolButton &NeighbourButtons::button(std::size_t index)
{
    while (m_buttons.size() <= index) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setIconSize(QSize(1, 1) * fontMetrics().height());
        button->setMinimumHeight(fontMetrics().height() * 8 / 5);
        const auto place = static_cast<qsizetype>(m_buttons.size());
        connect(button, &QToolButton::clicked, this, [this, place] {
            const ServiceId wanted = m_services.value(place); // ours may change while it is gone to
            Q_EMIT serviceWanted(wanted);
        });
        m_column->insertWidget(static_cast<int>(place), button);
        m_buttons.push_back(button);
    }
    return *m_buttons[index];
}

void NeighbourButtons::setNeighbours(const QList<Neighbour> &neighbours)
{
    const StatePalette states = StatePalette::forPalette(palette());
    const qsizetype count = std::min(m_most, neighbours.size());
    m_services.clear();
    for (qsizetype i = 0; i < count; ++i) {
        const Neighbour &each = neighbours.at(i);
        m_services.append(each.service);
        QToolButton &shown = button(static_cast<std::size_t>(i));
        const QString name = printable(each.service);
        QString text =
            QLatin1Char(' ') + (each.words.isEmpty() ? name : QStringLiteral("%1 – %2").arg(name, each.words));
        text.replace(u'&', QStringLiteral("&&"));
        const int row = m_model.rowOfService(each.service);
        const QString state = row < 0 ? tr("not known") : spokenState(m_model.row(row));
        if (shown.text() != text)
            shown.setText(text);
        const QString label = tr("Go to %1, %2").arg(name, state);
        if (shown.accessibleName() != label) {
            shown.setAccessibleName(label);
            shown.setToolTip(each.words.isEmpty() ? label : QStringLiteral("%1: %2").arg(label, each.words));
            shown.setStatusTip(shown.toolTip());
        }
        shown.setIcon(row < 0 ? QIcon() : glyphIcon(m_model.row(row).look, states));
        shown.show();
    }
    for (auto i = static_cast<std::size_t>(count); i < m_buttons.size(); ++i)
        m_buttons[i]->hide();
    const auto more = static_cast<int>(neighbours.size() - count);
    m_rest->setText(tr("and %Ln more", nullptr, more));
    m_rest->setVisible(more > 0);
}

} // namespace foghorn
