#pragma once

#include "core/fleetfile/envfile.h"
#include "core/fleetfile/faultlist.h"
#include "core/fleetfile/interpolation.h"
#include "core/fleetfile/sources.h"
#include "core/fleetfile/yamlnode.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace foghorn {

/// A reference and where it stands, to be checked once all services are known.
struct PlacedReference
{
    Reference reference;
    Place place;
};

/// What reading a value needs beside the value.
struct ReadingContext
{
    FaultList &faults;
    Sources &sources;
    VariableLookup variables;
    std::vector<PlacedReference> *references = nullptr; ///< of the service being read
    QHash<QString, EnvironmentList> environmentFiles = {}; ///< those read so far: `defaults` name one for each service
    bool inDefaults = false; ///< reading `defaults` by themselves: what only a service can say is not missed
};

/// A value of the fleet file under the key that people know it by, with the tools to read it. Each reader that returns
/// nothing has reported why.
struct Value
{
    const YamlNode *node = nullptr;
    Place place;
    std::string_view key;
    ReadingContext *context = nullptr;
    bool isItem = false; ///< of the list under `key`

    /// An entry of this map or list.
    Value entry(const YamlMember &member) const;
    void fault(const QString &what, const QString &remedy = {}) const { context->faults.fault(place, what, remedy); }
    void warning(const QString &what, const QString &remedy = {}) const
    {
        context->faults.warning(place, what, remedy);
    }
    QString keyText() const { return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())); }
    /// Reports "'key' must be <wanted>, not <what is there>; for example key: <example>".
    void wrongType(const QString &wanted, const QString &example) const;
    /// "a list", "the text 'abc'", …
    QString described() const;

    /// Text with its variables filled in and its references open (reference.h).
    std::optional<QString> templateText() const;
    /// Text with its variables filled in, in which references are a fault.
    std::optional<QString> text() const;
    std::optional<bool> boolean() const;
    std::optional<qint64> integer(qint64 lowest, qint64 highest) const;
    std::optional<double> real(double lowest, double highest) const;
    std::optional<std::chrono::milliseconds> duration(bool zeroAllowed) const;
    std::optional<qint64> size() const;
    /// argv: a list as it is, a text run by the shell. Only `mayBeEmpty` takes an empty list.
    std::optional<QList<QString>> command(bool mayBeEmpty) const;
    /// A list of texts; with `orSingle` also one text by itself.
    std::optional<QList<QString>> texts(bool orSingle) const;
    bool isMap(const QString &example) const;

    /// One of a few words.
    template<typename Enum, std::size_t Size>
    std::optional<Enum> word(const std::array<std::pair<std::string_view, Enum>, Size> &words) const
    {
        std::array<std::string_view, Size> names;
        for (std::size_t i = 0; i < Size; ++i)
            names[i] = words[i].first;
        const auto index = wordIndex(names);
        return index ? std::optional(words[*index].second) : std::nullopt;
    }

private:
    std::optional<std::size_t> wordIndex(std::span<const std::string_view> words) const;
    std::optional<QString> interpolated(bool withReferences) const;
    /// text(), for a value that is no text in the end: refuses lists and maps as `wanted`.
    std::optional<QString> scalar(const QString &wanted, const QString &example) const;
};

} // namespace foghorn
