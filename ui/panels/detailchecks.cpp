#include "ui/panels/detailchecks.h"

#include "ui/models/checklistmodel.h"
#include "ui/panels/checkstrip.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace foghorn {

DetailChecks::DetailChecks(QWidget *parent)
    : DetailTab(parent)
    , m_checks(new CheckListModel(this))
    , m_strip(new CheckStrip)
    , m_readOut(new QLabel)
    , m_log(new QPushButton(tr("Log at that time")))
    , m_list(new QListView)
{
    const int gap = fontMetrics().height();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap * 3 / 4, gap, gap);
    column->setSpacing(gap / 2);
    m_readOut->setTextFormat(Qt::PlainText);
    m_readOut->setWordWrap(true);
    m_readOut->setMinimumHeight(fontMetrics().height() * 2); // does not push the list about
    m_readOut->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_log->setStatusTip(tr("Show what the service wrote about the time of this check"));
    m_log->setToolTip(m_log->statusTip());
    m_list->setModel(m_checks);
    m_list->setAccessibleName(tr("Last checks"));
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(QSize(1, 1) * fontMetrics().height());
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAlternatingRowColors(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column->addWidget(m_strip);
    column->addWidget(m_readOut);
    column->addWidget(m_log, 0, Qt::AlignLeading);
    column->addWidget(m_list, 1);

    connect(m_strip, &CheckStrip::cursorMoved, this, &DetailChecks::onCursorMoved);
    connect(m_strip, &CheckStrip::activated, this, [this](int check) { openLog(m_checks->rowCount() - 1 - check); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &now) { onRowChanged(now.row()); });
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { openLog(index.row()); });
    connect(m_log, &QPushButton::clicked, this, [this] { openLog(m_checks->rowCount() - 1 - m_strip->cursor()); });
    showReadOut();
}

DetailChecks::~DetailChecks() = default;

void DetailChecks::showSubject(const DetailSubject &subject)
{
    const bool isOther = m_service != subject.row.id;
    m_service = subject.row.id;
    const QScopedValueRollback guard(m_isFollowing, true);
    const qsizetype arrived = m_checks->setChecks(subject.entry.checks);
    m_strip->setMarks(marksOf(subject.entry.checks), arrived); // the row's may be a moment older
    if (isOther)
        m_strip->setCursorAt(m_checks->rowCount() - 1);
    const int row = m_checks->rowCount() - 1 - m_strip->cursor();
    if (m_strip->cursor() >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_checks->index(row));
    showReadOut();
}

void DetailChecks::onCursorMoved(int check)
{
    if (!m_isFollowing) {
        const QScopedValueRollback guard(m_isFollowing, true);
        m_list->setCurrentIndex(m_checks->index(m_checks->rowCount() - 1 - check));
    }
    showReadOut();
}

void DetailChecks::onRowChanged(int row)
{
    if (m_isFollowing || row < 0)
        return;
    m_strip->setCursorAt(m_checks->rowCount() - 1 - row);
    showReadOut();
}

QString DetailChecks::readOut() const { return m_readOut->text(); }

void DetailChecks::showReadOut()
{
    const int row = m_checks->rowCount() - 1 - m_strip->cursor();
    const bool isKnown = m_strip->cursor() >= 0 && row >= 0 && row < m_checks->rowCount();
    m_readOut->setText(isKnown ? m_checks->readOut(row) : tr("No checks yet"));
    m_strip->setReadOut(m_readOut->text());
    m_log->setEnabled(isKnown);
}

void DetailChecks::openLog(int row)
{
    if (row >= 0 && row < m_checks->rowCount())
        Q_EMIT logWanted(m_service, m_checks->check(row).at);
}

} // namespace foghorn
