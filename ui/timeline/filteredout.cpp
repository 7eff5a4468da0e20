#include "ui/timeline/filteredout.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace foghorn {

FilteredOut::FilteredOut(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_show(new QPushButton(tr("Show"), this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_text->setFont(large);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_show->setAccessibleName(tr("Show all services"));
    m_show->setStatusTip(tr("Take the filter back, so that all services are shown"));
    m_show->setToolTip(m_show->statusTip());
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_text);
    column->addSpacing(fontMetrics().height() / 2);
    column->addWidget(m_show, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_show, &QPushButton::clicked, this, &FilteredOut::showWanted);
}

FilteredOut::~FilteredOut() = default;

void FilteredOut::setCount(int services)
{
    //: %n services there are, none of which is shown
    m_text->setText(tr("The filter hides all %Ln services", nullptr, services));
}

QString FilteredOut::text() const { return m_text->text(); }

} // namespace foghorn
