#include "core/fleetfile/environmentkeys.h"

#include "core/fleetfile/filetext.h"

namespace foghorn {

namespace {

EnvironmentList readEnvironmentFile(const Value &value, const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes) {
        value.fault(QStringLiteral("env_file %1: %2").arg(path, bytes.error().text));
        return {};
    }
    const quint32 index = value.context->sources.addOther(path);
    if (!value.context->sources.checkTrust(index, path))
        return {};
    value.context->faults.setText(index, bytes.value());
    return parseEnvironmentFile(bytes.value(), index, value.context->faults);
}

} // namespace

EnvironmentList readEnvironmentFiles(const Value &value)
{
    EnvironmentList list;
    const auto files = value.texts(true);
    for (const QString &file : files.value_or(QList<QString>())) {
        const QString path = value.context->sources.absolutePath(value.place, file);
        auto &known = value.context->environmentFiles;
        if (!known.contains(path))
            known.insert(path, readEnvironmentFile(value, path));
        for (const auto &[name, text] : known.value(path))
            setVariable(list, name, text);
    }
    return list;
}

void readEnvironment(EnvironmentList &list, const Value &value, bool withReferences)
{
    if (!value.isMap(QStringLiteral("{LOG_LEVEL: info}")))
        return;
    for (const YamlMember &member : value.node->members) {
        const QString name = QString::fromStdString(*member.key);
        const Value entry = value.entry(member);
        if (!isVariableName(name)) {
            value.context->faults.fault(member.place, QStringLiteral("'%1' is no variable name").arg(name),
                QStringLiteral("letters, digits and _, not beginning with a digit"));
        } else if (entry.node->kind == YamlNode::Kind::Null) {
            if (const auto inherited = value.context->variables(name))
                setVariable(list, name, withReferences ? literalTemplate(*inherited) : *inherited);
        } else if (const auto text = withReferences ? entry.templateText() : entry.text()) {
            setVariable(list, name, *text);
        }
    }
}

void readServiceEnvironmentFiles(ServiceDraft &draft, const Value &value)
{
    for (const auto &[name, text] : readEnvironmentFiles(value)) {
        setVariable(draft.environmentFiles, name, text);
        setVariable(draft.spec.environment, name, literalTemplate(text));
    }
}

void readServiceEnvironment(ServiceDraft &draft, const Value &value)
{
    readEnvironment(draft.spec.environment, value, true);
}

} // namespace foghorn
