#pragma once

#include "core/base/names.h"
#include "core/fleetfile/value.h"

#include <QList>

#include <array>

namespace foghorn {

/// One key that a map of the fleet file may have.
template<typename Target> struct Key
{
    std::string_view name;
    void (*read)(Target &target, const Value &value);
    QList<QString> (*below)() = nullptr; ///< the dotted keys inside its value, for fleetFileKeys()
};

/// Reports a key that a map may not have; `known` are those it may.
void refuseKey(const YamlMember &member, const Value &map, const QList<QString> &known);

/// Reads the entries of `map` in the order of `keys` (not of the file), so that a reader may use what earlier ones
/// found.
template<typename Target, std::size_t Size>
void readKeys(Target &target, const Value &map, const std::array<Key<Target>, Size> &keys)
{
    std::array<const YamlMember *, Size> found{};
    for (const YamlMember &member : map.node->members) {
        std::size_t i = 0;
        while (i < Size && keys[i].name != *member.key)
            ++i;
        if (i < Size) {
            found[i] = &member;
            continue;
        }
        QList<QString> known;
        for (const auto &key : keys)
            known.append(QString::fromUtf8(key.name.data(), static_cast<qsizetype>(key.name.size())));
        refuseKey(member, map, known);
    }
    for (std::size_t i = 0; i < Size; ++i) {
        if (found[i] != nullptr)
            keys[i].read(target, map.entry(*found[i]));
    }
}

/// "key" and "key.inner" for each key of a table.
template<typename Target, std::size_t Size> QList<QString> dottedKeys(const std::array<Key<Target>, Size> &keys)
{
    QList<QString> out;
    for (const auto &key : keys) {
        const QString name = QString::fromUtf8(key.name.data(), static_cast<qsizetype>(key.name.size()));
        out.append(name);
        if (key.below == nullptr)
            continue;
        for (const QString &inner : key.below())
            out.append(name + QLatin1Char('.') + inner);
    }
    return out;
}

} // namespace foghorn
