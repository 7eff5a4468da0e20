#pragma once

#include <QByteArray>

#include <algorithm>

namespace foghorn {

/// A fleet file of `services` services named svc-0, svc-1, …, each with what a real one has (command, environment,
/// port, endpoint, probe, policy) and depending on the three before it: one long chain, the worst case for ordering.
inline QByteArray generateFleet(int services)
{
    QByteArray text = "fleet: generated\n"
                      "defaults:\n"
                      "  health: {interval: 30s, timeout: 5s}\n"
                      "services:\n";
    for (int i = 0; i < services; ++i) {
        const QByteArray number = QByteArray::number(i);
        QByteArray dependencies;
        for (int j = std::max(0, i - 3); j < i; ++j)
            dependencies += (dependencies.isEmpty() ? "svc-" : ", svc-") + QByteArray::number(j);
        text += "  svc-" + number + ":\n    description: Service number " + number + "\n    labels: {team: t"
            + QByteArray::number(i % 7) + "}\n    command: [foghorn-demo, --name, svc-" + number
            + ", --port, \"${port.http}\"]\n    environment: {LOG_LEVEL: info, INDEX: \"" + number
            + "\"}\n    critical: false\n    depends_on: [" + dependencies
            + "]\n    ports: {http: auto}\n    endpoints: {http: \"http://127.0.0.1:${port.http}\"}\n"
              "    health:\n      http: \"${endpoint.http}/health\"\n"
              "      expect: {status: 200-299, json: {status: healthy}}\n"
              "    restart: {policy: on-failure, max_attempts: 3}\n    stop_timeout: 30s\n";
    }
    return text;
}

} // namespace foghorn
