#include "ui/panels/detailoverview.h"

#include "ui/models/servicetablemodel.h"
#include "ui/panels/detailparts.h"
#include "ui/panels/neighbourbuttons.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/base/names.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace foghorn {

namespace {

constexpr qsizetype MostNeighbours = 6; ///< the Dependencies tab has them all

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

DetailOverview::DetailOverview(const ServiceTableModel &model, QWidget *parent)
    : DetailTab(parent)
    , m_model(model)
{
    const int gap = fontMetrics().height();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Overview of the service"));
    outer->addWidget(scroll);
    auto *inner = new QWidget;
    scroll->setWidget(inner);

    m_strip = new StripWidget(inner);
    m_description = textLabel(inner);
    m_figures = new FactGrid(inner);
    m_needsTitle = textLabel(inner);
    m_needs = new NeighbourButtons(model, MostNeighbours, inner);
    m_neededTitle = textLabel(inner);
    m_neededBy = new NeighbourButtons(model, MostNeighbours, inner);
    m_facts = new FactGrid(inner);
    QFont bold = font();
    bold.setBold(true);
    m_needsTitle->setFont(bold);
    m_neededTitle->setFont(bold);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(gap, gap * 3 / 4, gap, gap);
    column->setSpacing(gap / 2);
    for (QWidget *each :
        {static_cast<QWidget *>(m_description), static_cast<QWidget *>(m_strip), static_cast<QWidget *>(m_figures),
            static_cast<QWidget *>(m_needsTitle), static_cast<QWidget *>(m_needs),
            static_cast<QWidget *>(m_neededTitle), static_cast<QWidget *>(m_neededBy), static_cast<QWidget *>(m_facts)})
        column->addWidget(each);
    column->addStretch(1);
    connect(m_needs, &NeighbourButtons::serviceWanted, this, &DetailTab::serviceWanted);
    connect(m_neededBy, &NeighbourButtons::serviceWanted, this, &DetailTab::serviceWanted);
}

DetailOverview::~DetailOverview() = default;

void DetailOverview::showSubject(const DetailSubject &subject)
{
    const ServiceInfo &info = subject.entry.info;
    m_description->setText(printable(info.description));
    m_description->setVisible(!info.description.isEmpty());
    m_strip->setMarks(subject.row.marks);
    m_figures->setFacts(figuresOf(subject));
    m_needsTitle->setText(subject.row.needs > 0 ? tr("Needs") : tr("Needs nothing"));
    m_neededTitle->setText(subject.row.neededBy > 0 ? tr("Needed by") : tr("Needed by nobody"));
    QList<NeighbourButtons::Neighbour> needs;
    for (const ServiceId &id : info.required)
        needs.append({id, {}});
    for (const ServiceId &id : info.optional)
        needs.append({id, tr("optional")});
    m_needs->setNeighbours(needs);
    QList<NeighbourButtons::Neighbour> neededBy;
    for (const ServiceId &id : info.dependents)
        neededBy.append({id, {}});
    m_neededBy->setNeighbours(neededBy);
    m_facts->setFacts(factsOf(subject));
}

QList<Fact> DetailOverview::figuresOf(const DetailSubject &subject) const
{
    using Window = ServiceTableModel::UptimeWindow;
    const auto uptime = [&](Window window) {
        const std::optional<double> share = m_model.uptime(subject.row.id, window);
        return share ? Wording::percent(*share) : QStringLiteral("—");
    };
    const auto time = [](const std::optional<std::chrono::microseconds> &value) {
        return value ? Wording::response(*value) : QStringLiteral("—");
    };
    QList<Fact> facts{{tr("Uptime 1 h"), uptime(Window::Hour)}, {tr("Uptime 24 h"), uptime(Window::Day)},
        {tr("Uptime 7 d"), uptime(Window::Week)}};
    if (subject.entry.info.hasProbe)
        facts.append({tr("Response"),
            //: response times: the last, the average, the 95th percentile
            tr("%1 last, %2 average, %3 p95")
                .arg(time(subject.row.response), time(subject.row.meanResponse), time(subject.row.p95Response))});
    if (const auto &check = subject.entry.lastCheck)
        facts.append({tr("Last check"),
            QStringLiteral("%1 – %2").arg(Wording::clock(check->at),
                check->message.isEmpty() ? (check->passed ? tr("passed") : tr("failed")) : isolated(check->message))});
    const ServiceStatus &status = subject.entry.status;
    if (status.maxAttempts > 0)
        facts.append({tr("Restarts"),
            tr("%1 of %2 by itself, %3 in all")
                .arg(status.restartAttempts)
                .arg(status.maxAttempts)
                .arg(status.restartCount)});
    return facts;
}

QList<Fact> DetailOverview::factsOf(const DetailSubject &subject) const
{
    const RegistryEntry &entry = subject.entry;
    QList<Fact> facts;
    const auto add = [&facts](const QString &title, const QString &value) {
        if (!value.isEmpty())
            facts.append({title, value});
    };
    for (const LingeringProcess &left : entry.status.lingering)
        add(tr("Still there"), Wording::process(left));
    add(tr("Says of itself"), printable(entry.said.statusText));
    if (entry.status.pid > 0)
        add(tr("Process"), QString::number(entry.status.pid));
    if (entry.use.processes > 0) {
        add(tr("CPU"), Wording::percent(entry.use.cpuPercent, 1));
        add(tr("Memory"), QLocale().formattedDataSize(entry.use.memory, 1, QLocale::DataSizeIecFormat));
    }
    add(tr("Layer"), entry.info.external ? QString() : QLocale().toString(entry.info.layer));
    add(tr("Importance"), entry.info.critical ? tr("critical") : QString());
    add(tr("Version"), printable(entry.info.version));
    add(tr("Tags"), printable(subject.row.tags.join(QStringLiteral(", "))));
    QStringList addresses;
    for (const Endpoint &endpoint : entry.info.endpoints)
        addresses.append(printable(endpoint.url));
    add(tr("Addresses"), addresses.join(u'\n'));
    if (!facts.isEmpty())
        facts.prepend({tr("More"), {}});
    return facts;
}

} // namespace foghorn
