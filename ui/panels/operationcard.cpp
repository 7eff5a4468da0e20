#include "ui/panels/operationcard.h"

#include "ui/models/operationmodel.h"
#include "ui/models/operationwords.h"
#include "ui/panels/detailparts.h"
#include "ui/panels/failurerow.h"
#include "ui/panels/stepflow.h"
#include "ui/style/actionicon.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace foghorn {

OperationCard::OperationCard(const OperationModel &model, int operation, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_operation(operation)
{
    const int gap = fontMetrics().height() / 2;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap * 3 / 2, gap, gap * 3 / 2, gap);
    column->setSpacing(gap / 2);
    column->addWidget(buildHeader());
    m_body = new QWidget;
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(gap * 7 / 2, 0, 0, 0); // below the title's words
    m_grid->setHorizontalSpacing(gap * 3 / 2);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    column->addWidget(m_body);
    refresh();
}

OperationCard::~OperationCard() = default;

QWidget *OperationCard::buildHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    const int line = fontMetrics().height();
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(line / 2);
    m_glyph = new GlyphLabel;
    m_title = new QLabel;
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_progress = new QLabel;
    m_progress->setTextFormat(Qt::PlainText);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(line * 8);
    m_bar->setMaximumWidth(line * 16);
    m_bar->setMaximumHeight(line);
    m_stopWaiting = new QPushButton(tr("Stop waiting ones"));
    m_stopWaiting->setMinimumWidth(fontMetrics().horizontalAdvance(m_stopWaiting->text()) + line * 2);
    m_steps = new QToolButton;
    m_close = new QToolButton;
    m_close->setIcon(actionIcon(ActionSymbol::Close));
    for (QToolButton *button : {m_steps, m_close}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumSize(line * 2, line * 2);
    }
    row->addWidget(m_glyph);
    row->addWidget(m_title, 1);
    row->addWidget(m_progress);
    row->addWidget(m_bar, 1);
    for (QWidget *button : std::initializer_list<QWidget *>{m_stopWaiting, m_steps, m_close})
        row->addWidget(button);
    connect(m_stopWaiting, &QPushButton::clicked, this, [this] { Q_EMIT stopWaitingWanted(m_operation); });
    connect(m_steps, &QToolButton::clicked, this, [this] { setOpen(!m_isOpen); });
    connect(m_close, &QToolButton::clicked, this, [this] { Q_EMIT closeWanted(m_operation); });
    return header;
}

QString OperationCard::text() const
{
    QStringList words{m_title->text(), m_progress->text()};
    for (const OperationLine &line : m_lines) {
        for (const StepCell &cell : line.cells)
            words.append(cell.text);
        const QList<ServiceId> singles = line.singles();
        for (const ServiceId &service : singles)
            words.append(m_failures.value(service)->text());
    }
    return words.join(QLatin1Char('\n'));
}

void OperationCard::setOpen(bool open)
{
    m_isOpen = open;
    refresh();
}

void OperationCard::refresh()
{
    const Operation *operation = m_model.find(m_operation);
    if (!operation)
        return;
    if (operation->folded != m_wasFolded) {
        m_wasFolded = operation->folded;
        m_isOpen = !operation->folded;
    }
    showHeader(*operation);
    const bool changes = m_body->isHidden() == isOpen();
    if (isOpen())
        showLines(*operation);
    m_body->setVisible(isOpen());
    if (changes)
        Q_EMIT heightChanged();
}

void OperationCard::showHeader(const Operation &operation)
{
    m_glyph->setLook(OperationWords::look(operation));
    m_title->setText(operation.title);
    m_progress->setText(OperationWords::progress(operation, m_model.now()));
    m_bar->setRange(0, std::max(1, operation.total()));
    m_bar->setValue(operation.finished());
    m_bar->setAccessibleName(tr("Progress of: %1").arg(operation.title));
    m_bar->setVisible(operation.isRunning());
    const int waiting = operation.count(StepPhase::Waiting);
    const int started = operation.count(StepPhase::Done);
    m_stopWaiting->setVisible(operation.kind == OperationKind::Start && waiting > 0);
    const QString waitingWords =
        waiting == 1 ? tr("Stops 1 service that waits") : tr("Stops %Ln services that wait", nullptr, waiting);
    //: %1 is "Stops 3 services that wait"
    m_stopWaiting->setToolTip(started == 0
            ? waitingWords
            : (started == 1 ? tr("%1; 1 started service stays running").arg(waitingWords)
                            : tr("%1; %Ln started services stay running", nullptr, started).arg(waitingWords)));
    m_stopWaiting->setStatusTip(m_stopWaiting->toolTip());
    m_stopWaiting->setAccessibleDescription(m_stopWaiting->toolTip());
    m_steps->setArrowType(isOpen() ? Qt::DownArrow : (isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow));
    const QString steps = isOpen() ? tr("Hide the steps of: %1") : tr("Show the steps of: %1");
    m_steps->setAccessibleName(steps.arg(operation.title));
    m_steps->setToolTip(isOpen() ? tr("Hide the steps") : tr("Show the steps"));
    m_steps->setStatusTip(m_steps->toolTip());
    m_close->setAccessibleName(tr("Take away: %1").arg(operation.title));
    m_close->setEnabled(!operation.isRunning());
    m_close->setToolTip(operation.isRunning() ? tr("It is still under way") : tr("Take this away"));
    m_close->setStatusTip(m_close->toolTip());
    setAccessibleName(operation.title);
}

void OperationCard::showLines(const Operation &operation)
{
    const QList<OperationLine> lines = linesOf(operation, m_model.registry(), m_model.now());
    const auto shape = [](const QList<OperationLine> &of) {
        QList<OperationLine> bare = of;
        for (OperationLine &line : bare)
            line.cells = line.cells.isEmpty() ? QList<StepCell>() : QList<StepCell>(1);
        return bare;
    };
    const bool isOther = shape(lines) != shape(m_lines);
    m_lines = lines;
    if (isOther)
        arrange();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        m_flows.at(i)->setCells(m_lines.at(i).cells);
        const QList<ServiceId> singles = m_lines.at(i).singles();
        for (const ServiceId &service : singles) {
            FailureRow *row = m_failures.value(service);
            row->setStuck(m_lines.at(i).stuck.contains(service));
            row->setText(OperationWords::step(*operation.step(service), {}, m_model.now()));
        }
    }
}

/// The widgets of lines that stay are used again: a button that has the focus keeps it.
void OperationCard::arrange()
{
    while (m_flows.size() < m_lines.size()) {
        m_flows.append(new StepFlow(m_body));
        auto *label = new QLabel(m_body);
        label->setMinimumHeight(fontMetrics().height() * 3 / 2);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_layerLabels.append(label);
    }
    while (QLayoutItem *item = m_grid->takeAt(0))
        std::default_delete<QLayoutItem>()(item);
    QSet<ServiceId> shown;
    int row = 0;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const OperationLine &line = m_lines.at(i);
        const auto [low, high] = std::minmax(line.firstLayer, line.lastLayer);
        m_layerLabels.at(i)->setText(low == high ? tr("Layer %1").arg(low) : tr("Layers %1–%2").arg(low).arg(high));
        m_grid->addWidget(m_layerLabels.at(i), row, 0, Qt::AlignTop);
        if (!line.cells.isEmpty())
            m_grid->addWidget(m_flows.at(i), row++, 1);
        const QList<ServiceId> singles = line.singles();
        for (const ServiceId &service : singles) {
            m_grid->addWidget(failureRow(service), row++, 1);
            shown.insert(service);
        }
    }
    for (qsizetype i = 0; i < m_flows.size(); ++i) {
        m_layerLabels.at(i)->setVisible(i < m_lines.size());
        m_flows.at(i)->setVisible(i < m_lines.size() && !m_lines.at(i).cells.isEmpty());
    }
    for (auto it = m_failures.cbegin(); it != m_failures.cend(); ++it)
        it.value()->setVisible(shown.contains(it.key()));
    Q_EMIT heightChanged();
}

FailureRow *OperationCard::failureRow(const ServiceId &service)
{
    FailureRow *&row = m_failures[service];
    if (row)
        return row;
    row = new FailureRow(service, m_body);
    connect(row, &FailureRow::logWanted, this, &OperationCard::logWanted);
    connect(row, &FailureRow::forceStopWanted, this, &OperationCard::forceStopWanted);
    connect(row, &FailureRow::retryWanted, this,
        [this](const ServiceId &which) { Q_EMIT retryWanted(m_operation, which); });
    connect(
        row, &FailureRow::skipWanted, this, [this](const ServiceId &which) { Q_EMIT skipWanted(m_operation, which); });
    return row;
}

} // namespace foghorn
