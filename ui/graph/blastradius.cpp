#include "ui/graph/blastradius.h"

#include "ui/dialogs/stopplan.h"
#include "ui/graph/graphscene.h"
#include "ui/models/serviceselection.h"
#include "ui/models/servicetablemodel.h"
#include "ui/style/wording.h"

namespace foghorn {

namespace {

constexpr qsizetype MostNamed = 6;

} // namespace

QString blastSentence(const StopPlan &plan)
{
    if (plan.services.isEmpty())
        return BlastRadius::tr("Nothing that is selected is running, so nothing would stop");
    const QString origin = Wording::services(plan.services);
    const auto more = static_cast<int>(plan.dependents.size());
    const QString stops = more == 0 ? BlastRadius::tr("Stopping %1 stops nothing else").arg(origin)
                                    //: %1 the services that are stopped, %2 those that need them
                                    : BlastRadius::tr("Stopping %1 stops %Ln more: %2", nullptr, more)
                                          .arg(origin, Wording::services(plan.dependents, MostNamed));
    if (plan.degraded.isEmpty())
        return stops;
    return BlastRadius::tr("%1. %Ln stay up without it: %2 (optional)", nullptr, static_cast<int>(plan.degraded.size()))
        .arg(stops, Wording::services(plan.degraded, MostNamed));
}

BlastRadius::BlastRadius(const ServiceRegistry &registry, ServiceTableModel &model, GraphScene &scene,
    ServiceSelection &selection, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_scene(scene)
    , m_selection(selection)
{
    const auto follow = [this] {
        if (isOn())
            refresh();
    };
    connect(&selection, &ServiceSelection::changed, this, follow);
    connect(&model, &ServiceTableModel::refreshed, this, follow);
    connect(&scene, &GraphScene::laidOut, this, follow);
}

BlastRadius::~BlastRadius() = default;

void BlastRadius::setOn(bool on)
{
    m_isOn = on;
    refresh();
}

void BlastRadius::setPreviewed(bool previewed)
{
    if (m_isPreviewed == previewed)
        return;
    m_isPreviewed = previewed;
    refresh();
}

void BlastRadius::refresh()
{
    QString sentence;
    StopPlan plan;
    if (isOn() && m_selection.selected().isEmpty()) {
        sentence = tr("Select a service to see whom its stop would hit");
    } else if (isOn()) {
        plan = StopPlan::of(m_registry, m_selection.selected());
        sentence = blastSentence(plan);
    }
    m_scene.setStopPlan(plan);
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    Q_EMIT changed(m_sentence);
}

} // namespace foghorn
