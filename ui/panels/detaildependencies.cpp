#include "ui/panels/detaildependencies.h"

#include "ui/models/servicetablemodel.h"
#include "ui/style/isolated.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"
#include "ui/style/wording.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace foghorn {

DetailDependencies::DetailDependencies(const ServiceRegistry &registry, const ServiceTableModel &model, QWidget *parent)
    : DetailTab(parent)
    , m_registry(registry)
    , m_model(model)
    , m_back(new QToolButton)
    , m_needsTitle(new QLabel)
    , m_needs(makeList(tr("Needs")))
    , m_neededTitle(new QLabel)
    , m_neededBy(makeList(tr("Needed by")))
{
    const int gap = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    m_needsTitle->setFont(bold);
    m_neededTitle->setFont(bold);
    m_needsTitle->setBuddy(m_needs);
    m_neededTitle->setBuddy(m_neededBy);
    m_back->setFocusPolicy(Qt::TabFocus);
    m_back->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_back->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap * 3 / 4, gap, gap);
    column->setSpacing(gap / 2);
    column->addWidget(m_back, 0, Qt::AlignLeading);
    column->addWidget(m_needsTitle);
    column->addWidget(m_needs, 1);
    column->addWidget(m_neededTitle);
    column->addWidget(m_neededBy, 1);
}

DetailDependencies::~DetailDependencies() = default;

QListWidget *DetailDependencies::makeList(const QString &name)
{
    auto *list = new QListWidget;
    list->setAccessibleName(name);
    list->setUniformItemSizes(true);
    list->setIconSize(QSize(1, 1) * fontMetrics().height());
    list->setAlternatingRowColors(true);
    list->setTextElideMode(Qt::ElideRight);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const ServiceId wanted = item->data(Qt::UserRole).toString(); // the item goes with its service
        Q_EMIT serviceWanted(wanted);
    });
    return list;
}

void DetailDependencies::setBackAction(QAction *back)
{
    m_back->setDefaultAction(back);
    m_back->show();
}

/// Glyphs are painted for one ground.
void DetailDependencies::changeEvent(QEvent *event)
{
    DetailTab::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_neededBy)
        return;
    m_needs->clear();
    m_neededBy->clear();
}

QString DetailDependencies::wordsFor(const ServiceId &service, const DetailSubject &subject) const
{
    QStringList words;
    const int row = m_model.rowOfService(service);
    words.append(row < 0 ? tr("not known") : m_model.row(row).state);
    if (subject.entry.info.optional.contains(service))
        words.append(tr("optional"));
    const auto &blockers = subject.entry.status.blockers;
    const auto isIt = [&service](const Blocker &blocker) { return blocker.service == service; };
    if (std::any_of(blockers.begin(), blockers.end(), isIt))
        words.append(tr("waited for"));
    if (subject.entry.status.lostDependencies.contains(service))
        words.append(tr("missing"));
    const RegistryEntry *other = m_registry.find(service);
    if (other) {
        const auto isUs = [&subject](const Blocker &blocker) { return blocker.service == subject.row.id; };
        if (std::any_of(other->status.blockers.begin(), other->status.blockers.end(), isUs))
            words.append(tr("waits for this one"));
    }
    return words.join(QStringLiteral(", "));
}

void DetailDependencies::fill(QListWidget &list, const QList<ServiceId> &services, const DetailSubject &subject)
{
    const StatePalette states = StatePalette::forPalette(palette());
    while (list.count() > services.size())
        std::default_delete<QListWidgetItem>()(list.takeItem(list.count() - 1));
    for (int i = 0; i < services.size(); ++i) {
        const ServiceId &id = services.at(i);
        if (i >= list.count()) {
            list.addItem(new QListWidgetItem);
            list.item(i)->setSizeHint({0, fontMetrics().height() * 7 / 4}); // high enough to be hit
        }
        QListWidgetItem *item = list.item(i);
        const QString text = QStringLiteral("%1 – %2").arg(isolated(id), wordsFor(id, subject));
        if (item->text() == text && item->data(Qt::UserRole).toString() == id)
            continue;
        item->setText(text);
        item->setToolTip(text);
        item->setData(Qt::UserRole, id);
        const int row = m_model.rowOfService(id);
        item->setIcon(row < 0 ? QIcon() : glyphIcon(m_model.row(row).look, states));
    }
}

void DetailDependencies::showSubject(const DetailSubject &subject)
{
    const ServiceInfo &info = subject.entry.info;
    fill(*m_needs, info.required + info.optional, subject);
    fill(*m_neededBy, info.dependents, subject);
    const auto title = [](QLabel &label, QListWidget &list, const QString &some, const QString &none) {
        label.setText(list.count() > 0 ? some : none);
        list.setVisible(list.count() > 0);
    };
    title(*m_needsTitle, *m_needs, tr("Needs (%1)").arg(m_needs->count()), tr("Needs nothing"));
    title(*m_neededTitle, *m_neededBy, tr("Needed by (%1)").arg(m_neededBy->count()), tr("Needed by nobody"));
}

} // namespace foghorn
