#include "ui/panels/detaillogs.h"

#include "ui/models/serviceselection.h"
#include "ui/panels/logpanel.h"
#include "ui/panels/logview.h"

#include <QHideEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace foghorn {

namespace {

LogSources withSelection(const LogSources &sources, ServiceSelection &selection)
{
    return {sources.registry, sources.logs, selection, sources.cursor, sources.settings};
}

} // namespace

DetailLogs::DetailLogs(const LogSources &sources, QWidget *parent)
    : DetailTab(parent)
    , m_one(new ServiceSelection(this))
    , m_panel(new LogPanel(withSelection(sources, *m_one), LogPanel::Form::Small))
{
    const int gap = fontMetrics().height();
    auto *larger = new QPushButton(tr("Show on the Logs page"));
    larger->setStatusTip(tr("Find, filter or export what it writes"));
    larger->setToolTip(larger->statusTip());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, gap / 2);
    column->setSpacing(gap / 2);
    column->addWidget(m_panel, 1);
    auto *row = new QVBoxLayout;
    row->setContentsMargins(gap, 0, gap, 0);
    row->addWidget(larger, 0, Qt::AlignLeading);
    column->addLayout(row);
    m_panel->hide();
    connect(larger, &QPushButton::clicked, this, &DetailLogs::showOnPage);
}

DetailLogs::~DetailLogs() = default;

void DetailLogs::showSubject(const DetailSubject &subject)
{
    m_one->selectOnly(subject.row.id);
    m_panel->show();
}

void DetailLogs::hideEvent(QHideEvent *event)
{
    DetailTab::hideEvent(event);
    if (!event->spontaneous()) // when it is next shown, it may be of another service
        m_panel->hide();
}

/// Where it is read here: at the current line, else at the last one.
void DetailLogs::showOnPage()
{
    const LogModel &model = m_panel->model();
    const QModelIndex current = m_panel->view().currentIndex();
    const int row = current.isValid() ? current.row() : model.rowCount() - 1;
    Q_EMIT logWanted(m_one->current(), row >= 0 ? model.entry(row).at : Now::read().wall);
}

} // namespace foghorn
