#include "ui/panels/detailsettings.h"

#include "ui/models/servicesettings.h"
#include "ui/panels/factgrid.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace foghorn {

DetailSettings::DetailSettings(QWidget *parent)
    : DetailTab(parent)
    , m_facts(new FactGrid)
{
    const int gap = fontMetrics().height();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Settings of the service"));
    auto *inner = new QWidget;
    scroll->setWidget(inner);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(gap, gap * 3 / 4, gap, gap);
    column->setSpacing(gap / 2);
    auto *copy = new QPushButton(tr("Copy settings"));
    copy->setStatusTip(tr("Copy all of it as text; what looks like a secret is left out"));
    copy->setToolTip(copy->statusTip());
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_facts->text().trimmed() + u'\n'); });
    column->addWidget(m_facts);
    column->addWidget(copy, 0, Qt::AlignLeading);
    column->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

DetailSettings::~DetailSettings() = default;

void DetailSettings::showSubject(const DetailSubject &subject)
{
    QList<Fact> facts;
    const QList<Setting> settings = settingsOf(subject.entry.info);
    for (const Setting &setting : settings)
        facts.append({setting.title, setting.value});
    m_facts->setFacts(facts);
}

} // namespace foghorn
