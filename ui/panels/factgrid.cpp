#include "ui/panels/factgrid.h"

#include <QGridLayout>
#include <QLabel>

namespace foghorn {

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(fontMetrics().height());
    m_grid->setVerticalSpacing(fontMetrics().height() / 4);
    m_grid->setColumnStretch(1, 1);
}

FactGrid::~FactGrid() = default;

FactGrid::Line &FactGrid::line(std::size_t index)
{
    while (m_lines.size() <= index) {
        Line line{new QLabel(this), new QLabel(this)};
        for (QLabel *label : {line.title, line.value}) {
            label->setTextFormat(Qt::PlainText); // services choose their words, not our markup
            label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        }
        line.title->setForegroundRole(QPalette::PlaceholderText);
        line.value->setWordWrap(true);
        line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int row = static_cast<int>(m_lines.size());
        m_grid->addWidget(line.title, row, 0);
        m_grid->addWidget(line.value, row, 1);
        m_lines.push_back(line);
    }
    return m_lines[index];
}

void FactGrid::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const Fact &fact = facts.at(i);
        const Line &shown = line(static_cast<std::size_t>(i));
        const bool isHeading = fact.value.isEmpty();
        QFont titleFont = font();
        titleFont.setBold(isHeading);
        shown.title->setFont(titleFont);
        shown.title->setForegroundRole(isHeading ? QPalette::WindowText : QPalette::PlaceholderText);
        shown.title->setContentsMargins(0, isHeading && i > 0 ? fontMetrics().height() / 2 : 0, 0, 0);
        shown.title->setText(fact.title);
        shown.title->show();
        const QString name = QStringLiteral("%1: %2").arg(fact.title, fact.value);
        if (shown.value->accessibleName() != name) { // a selection survives what does not change
            shown.value->setText(fact.value);
            shown.value->setAccessibleName(name);
        }
        shown.value->setVisible(!isHeading);
    }
    for (auto i = static_cast<std::size_t>(facts.size()); i < m_lines.size(); ++i) {
        m_lines[i].title->hide();
        m_lines[i].value->hide();
    }
}

QString FactGrid::text() const
{
    QString text;
    for (const Fact &fact : m_facts)
        text += fact.value.isEmpty() ? QStringLiteral("\n%1\n").arg(fact.title)
                                     : QStringLiteral("%1: %2\n").arg(fact.title, fact.value);
    return text;
}

} // namespace foghorn
