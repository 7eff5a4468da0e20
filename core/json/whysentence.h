#pragma once

#include "core/json/phrasebook.h"
#include "core/registry/serviceregistry.h"

#include <QString>

namespace foghorn {

/// How a process ended, in a few words: "exit 1", "ended by SIGKILL (core dumped)", "program not found: foo".
QString exitWords(const ExitInfo &exit, const Phrasebook &say = Phrasebook::of(Language::English));

/// Why a service is in its state, as one sentence without a full stop: "waiting for edge to become healthy",
/// "restarting after exit 1 (2 of 3)". Holds no running counters, so it stays equal until something happens. The API
/// says it in English.
QString whySentence(const ServiceStatus &status, const HealthSummary &health, const ServiceInfo &info,
    const Phrasebook &say = Phrasebook::of(Language::English));
/// The same, with what the service says of itself.
QString whySentence(const RegistryEntry &entry, const Phrasebook &say = Phrasebook::of(Language::English));
/// Nothing where it says no more than the state itself.
QString whyShown(const RegistryEntry &entry, const Phrasebook &say);

} // namespace foghorn
