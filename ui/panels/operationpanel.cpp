#include "ui/panels/operationpanel.h"

#include "ui/models/operationmodel.h"
#include "ui/panels/operationcard.h"

#include <QLabel>
#include <QVBoxLayout>

namespace foghorn {

OperationPanel::OperationPanel(OperationModel &model, QWidget *parent)
    : QScrollArea(parent)
    , m_model(model)
    , m_column(new QWidget)
    , m_layout(new QVBoxLayout(m_column))
    , m_nothing(new QLabel(tr("Nothing is under way. What you start, stop or restart is shown here, step by step.")))
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Operations"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(fontMetrics().height());
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_nothing);
    m_layout->addStretch(1);
    setWidget(m_column);
    connect(&model, &OperationModel::began, this, &OperationPanel::addCard);
    connect(&model, &OperationModel::changed, this, &OperationPanel::refresh);
    for (auto it = model.operations().crbegin(); it != model.operations().crend(); ++it)
        addCard(it->id);
}

OperationPanel::~OperationPanel() = default;

void OperationPanel::addCard(int operation)
{
    auto *card = new OperationCard(m_model, operation);
    m_cards.insert(operation, card);
    m_layout->insertWidget(0, card);
    card->show();
    m_nothing->hide();
    connect(card, &OperationCard::logWanted, this, &OperationPanel::logWanted);
    connect(card, &OperationCard::retryWanted, this, &OperationPanel::retryWanted);
    connect(card, &OperationCard::forceStopWanted, this, &OperationPanel::forceStopWanted);
    connect(card, &OperationCard::stopWaitingWanted, this, &OperationPanel::stopWaitingWanted);
    connect(card, &OperationCard::skipWanted, &m_model, &OperationModel::passOver);
    connect(card, &OperationCard::closeWanted, &m_model, &OperationModel::dismiss);
    connect(card, &OperationCard::heightChanged, this, &OperationPanel::wantedHeightChanged);
    ensureVisible(0, 0);
}

void OperationPanel::refresh()
{
    const QList<int> shown = m_cards.keys();
    for (const int operation : shown) {
        OperationCard *card = m_cards.value(operation);
        if (m_model.find(operation)) {
            card->refresh();
            continue;
        }
        card->hide();
        card->deleteLater(); // its own button may have been pressed
        m_cards.remove(operation);
        Q_EMIT wantedHeightChanged();
    }
    m_nothing->setVisible(m_cards.isEmpty());
}

int OperationPanel::wantedHeight() const
{
    const int width = std::max(viewport()->width(), fontMetrics().height() * 30);
    int height = m_cards.isEmpty() ? m_nothing->heightForWidth(width) : 0;
    for (const OperationCard *card : m_cards) // our own layout hears of their changes later than we are asked
        height += card->layout()->totalHeightForWidth(width);
    return height;
}

QSize OperationPanel::sizeHint() const { return {fontMetrics().height() * 60, wantedHeight()}; }

} // namespace foghorn
