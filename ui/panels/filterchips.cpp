#include "ui/panels/filterchips.h"

#include "ui/style/actionicon.h"
#include "ui/style/statepalette.h"

#include "core/base/names.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace foghorn {

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
    , m_rest(new QLabel)
    , m_problem(new QLabel)
{
    const int line = fontMetrics().height();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(line / 2, 0, line / 2, line / 2);
    row->setSpacing(line / 3);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        auto *chip = new QToolButton;
        chip->setIcon(actionIcon(ActionSymbol::Close));
        chip->setIconSize({line * 3 / 5, line * 3 / 5});
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setLayoutDirection(layoutDirection() == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft);
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setMinimumHeight(line * 8 / 5);
        connect(chip, &QToolButton::clicked, this, [this, i] { Q_EMIT takenAway(static_cast<int>(i)); });
        row->addWidget(chip);
        m_chips[i] = chip;
    }
    m_rest->setTextFormat(Qt::PlainText);
    row->addWidget(m_rest);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleName(tr("What is not understood of the filter"));
    row->addWidget(m_problem, 1);
    row->addStretch();
    hide();
}

FilterChips::~FilterChips() = default;

QString FilterChips::problem() const { return m_problem->text(); }

void FilterChips::setFilter(const ServiceFilter &filter)
{
    const QList<FilterTerm> &terms = filter.terms();
    QString problem;
    for (const FilterTerm &term : terms) {
        if (problem.isEmpty() && !term.problem.isEmpty())
            problem = term.problem;
    }
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        QToolButton *chip = m_chips[i];
        chip->setVisible(place < terms.size());
        if (place >= terms.size())
            continue;
        const FilterTerm &term = terms.at(place);
        const QString text = printable(term.text);
        const int room = fontMetrics().averageCharWidth() * 28;
        QString shown = fontMetrics().elidedText(text, Qt::ElideMiddle, room);
        shown.replace(u'&', QStringLiteral("&&")); // no mnemonics of a stranger's making
        // The style leaves no room before a text that its icon follows.
        chip->setText(QChar::Nbsp + (term.problem.isEmpty() ? shown : QStringLiteral("⚠ ") + shown));
        chip->setAccessibleName(term.problem.isEmpty() ? tr("Take away the filter %1").arg(text)
                                                       : tr("Take away %1, which is not understood").arg(text));
        chip->setToolTip(chip->accessibleName());
        chip->setStatusTip(chip->accessibleName());
    }
    const int more = static_cast<int>(terms.size() - static_cast<qsizetype>(m_chips.size()));
    m_rest->setText(tr("and %Ln more", nullptr, more));
    m_rest->setVisible(more > 0);
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, StatePalette::forPalette(palette()).colors(StateFamily::Degraded).text);
    m_problem->setPalette(colored);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    setVisible(!terms.isEmpty());
}

} // namespace foghorn
