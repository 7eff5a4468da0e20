#include "core/fleetfile/keytable.h"
#include "core/fleetfile/servicedraft.h"

namespace foghorn {
namespace {

void readPolicy(RestartPolicy &restart, const Value &value)
{
    static constexpr std::array<std::pair<std::string_view, RestartPolicy::When>, 3> words{
        {{"never", RestartPolicy::When::Never}, {"on-failure", RestartPolicy::When::OnFailure},
            {"always", RestartPolicy::When::Always}}};
    restart.when = value.word(words).value_or(restart.when);
}

void readMaxAttempts(RestartPolicy &restart, const Value &value)
{
    if (const auto number = value.integer(0, 1'000'000))
        restart.maxAttempts = static_cast<int>(*number);
}

void readBackoffBase(RestartPolicy &restart, const Value &value)
{
    restart.backoffBase = value.real(0, 1000).value_or(restart.backoffBase);
}

void readBackoffMax(RestartPolicy &restart, const Value &value)
{
    restart.backoffMax = value.duration(true).value_or(restart.backoffMax);
}

void readJitter(RestartPolicy &restart, const Value &value)
{
    restart.jitter = value.real(0, 1).value_or(restart.jitter);
}

void readSuccessExitCodes(RestartPolicy &restart, const Value &value)
{
    if (!value.node->isList())
        return value.wrongType(QStringLiteral("a list of exit codes"), QStringLiteral("[0]"));
    restart.successExitCodes.clear();
    for (const YamlMember &member : value.node->members) {
        if (const auto code = value.entry(member).integer(0, 255))
            restart.successExitCodes.append(static_cast<int>(*code));
    }
}

void readResetAfter(RestartPolicy &restart, const Value &value)
{
    if (value.node->isScalar() && value.node->text == "never")
        restart.resetAfter = std::nullopt;
    else if (const auto duration = value.duration(false))
        restart.resetAfter = *duration;
}

constexpr std::array<Key<RestartPolicy>, 7> restartKeys{{
    {"policy", readPolicy},
    {"max_attempts", readMaxAttempts},
    {"backoff_base", readBackoffBase},
    {"backoff_max", readBackoffMax},
    {"jitter", readJitter},
    {"success_exit_codes", readSuccessExitCodes},
    {"reset_after", readResetAfter},
}};

} // namespace

void readRestart(ServiceDraft &draft, const Value &value)
{
    if (value.isMap(QStringLiteral("{policy: on-failure}")))
        readKeys(draft.spec.restart, value, restartKeys);
}

QList<QString> restartKeyNames() { return dottedKeys(restartKeys); }

} // namespace foghorn
