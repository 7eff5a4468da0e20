#pragma once

#include <QByteArray>
#include <QHash>

namespace foghorn {

/// A fleet with a secret in every place that may have one. `secrets`: by place; `hook`: where alerts go, without
/// scheme; `told`: the file into which the alert's program writes. The second one changes a service, which ends at
/// once.
inline QByteArray fleetWithSecrets(
    const QHash<QByteArray, QByteArray> &secrets, const QByteArray &hook, const QByteArray &told, bool isSecond)
{
    const auto of = [&secrets](const char *place) { return secrets.value(place); };
    return "fleet: t\n"
           "environment: {FLEET_PASSWORD: "
        + of("fleet environment")
        + "}\nenv_file: [fleet.env]\n"
          "alerts:\n  hold: 0\n  webhooks:\n"
          "    - {url: \"http://robot:"
        + of("webhook password") + "@" + hook + "/" + of("webhook path") + "?token=" + of("webhook query")
        + "\"}\n"
          "    - {url: \"http://x:"
        + of("alertmanager password")
        + "@127.0.0.1:1/api\", format: alertmanager}\n"
          "  exec: [{command: [sh, -c, 'cat >> "
        + told + "', x, " + of("alert program's argument")
        + "]}]\n"
          "defaults: {stop_timeout: 2s}\n"
          "services:\n"
          "  leaky:\n    command: [sh, -c, 'exec sleep 1000', x, --password, \"${SEED_TOKEN}\", \"-p${FILE_SECRET}\"]\n"
          "    environment: {API_TOKEN: "
        + of("service environment") + ", URL: \"db://u:" + of("address in environment") + "@h/\", NOTE: \"${UNSET_KEY:-"
        + of("default of a variable")
        + "}\"}\n"
          "    env_file: [leaky.env]\n"
          "    stop_command: [\"true\", \"--token="
        + of("stop command")
        + "\"]\n"
          "    health: {exec: [sh, -c, 'echo it is $API_TOKEN; exit 1', \"-p${FLEET_SECRET}\", \"--api-key\", "
        + of("probe's argument")
        + "], interval: 300ms, timeout: 200ms, failure_threshold: 1, auto_recovery: false}\n"
          "    ready: started\n"
          "  web:\n    command: [sleep, '1000']\n    ready: started\n"
          "    health: {http: \"http://me:"
        + of("probe's password") + "@127.0.0.1:1/health?access_token=" + of("probe's query")
        + "\", interval: 300ms, timeout: 200ms, failure_threshold: 1, auto_recovery: false}\n"
          "  changing:\n    command: [sh, -c, '"
        + (isSecond ? "echo password is $API_TOKEN; exit 4" : "exec sleep 1000")
        + "', x, \"--password=" + of(isSecond ? "new argument" : "old argument")
        + "\"]\n    environment: {API_TOKEN: " + of("printed by its service") + "}\n    restart: {policy: never}\n"
        + (isSecond ? "    health: {exec: ['false'], interval: 300ms, timeout: 200ms}\n" : "") // it is never good
        + "  broken: {command: [/nonexistent/program, --token, " + of("argument of what cannot start")
        + "], restart: {policy: never}}\n";
}

} // namespace foghorn
