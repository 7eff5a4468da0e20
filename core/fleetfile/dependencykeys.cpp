#include "core/base/names.h"
#include "core/fleetfile/keytable.h"
#include "core/fleetfile/servicedraft.h"

namespace foghorn {
namespace {

/// One entry of depends_on while it is read.
struct DependencyDraft
{
    Dependency dependency;
    Place conditionPlace;
};

void readCondition(DependencyDraft &draft, const Value &value)
{
    static constexpr std::array<std::pair<std::string_view, DependencyCondition>, 3> words{
        {{"healthy", DependencyCondition::Healthy}, {"started", DependencyCondition::Started},
            {"completed", DependencyCondition::Completed}}};
    if (const auto word = value.word(words)) {
        draft.dependency.condition = *word;
        draft.conditionPlace = value.place;
    }
}

void readRequired(DependencyDraft &draft, const Value &value)
{
    draft.dependency.required = value.boolean().value_or(true);
}

constexpr std::array<Key<DependencyDraft>, 2> dependencyKeys{
    {{"condition", readCondition}, {"required", readRequired}}};

bool isKnown(const QList<Dependency> &list, const ServiceId &service)
{
    return std::any_of(list.begin(), list.end(), [&](const Dependency &each) { return each.service == service; });
}

void addDependency(ServiceDraft &draft, const Value &value, const DependencyDraft &read, const Place &place)
{
    if (isKnown(draft.spec.dependsOn, read.dependency.service)) {
        value.context->faults.fault(place, QStringLiteral("'%1' is listed twice").arg(read.dependency.service));
        return;
    }
    draft.spec.dependsOn.append(read.dependency);
    draft.dependencyPlaces.push_back(place);
    draft.conditionPlaces.push_back(read.conditionPlace.line > 0 ? read.conditionPlace : place);
}

} // namespace

void readDependsOn(ServiceDraft &draft, const Value &value)
{
    if (!value.node->isMap() && !value.node->isList())
        return value.wrongType(QStringLiteral("a list or a map of services"), QStringLiteral("[dao]"));
    for (const YamlMember &member : value.node->members) {
        const Value entry = value.entry(member);
        DependencyDraft read;
        if (value.node->isList()) {
            const auto name = entry.text();
            if (!name)
                continue;
            read.dependency.service = *name;
        } else {
            read.dependency.service = QString::fromStdString(*member.key);
            const bool isPlain = entry.node->kind == YamlNode::Kind::Null;
            if (!isPlain && entry.isMap(QStringLiteral("{condition: healthy, required: false}")))
                readKeys(read, entry, dependencyKeys);
        }
        addDependency(draft, value, read, member.place);
    }
}

QList<QString> dependsOnKeyNames()
{
    QList<QString> names = anyName();
    for (const QString &name : dottedKeys(dependencyKeys))
        names.append(QStringLiteral("*.") + name);
    return names;
}

void readAfter(ServiceDraft &draft, const Value &value)
{
    if (!value.node->isList())
        return value.wrongType(QStringLiteral("a list of services"), QStringLiteral("[dao]"));
    for (const YamlMember &member : value.node->members) {
        const auto name = value.entry(member).text();
        if (!name)
            continue;
        if (draft.spec.after.contains(*name)) {
            value.context->faults.fault(member.place, QStringLiteral("'%1' is listed twice").arg(*name));
            continue;
        }
        draft.spec.after.append(*name);
        draft.afterPlaces.push_back(member.place);
    }
}

} // namespace foghorn
