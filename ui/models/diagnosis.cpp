#include "ui/models/diagnosis.h"

#include "ui/models/blockerpath.h"
#include "ui/models/cleantext.h"
#include "ui/style/isolated.h"
#include "ui/style/wording.h"

#include "core/base/names.h"
#include "core/base/secrets.h"

#include <algorithm>

namespace foghorn {

namespace {

constexpr qsizetype longestLine = 2000;

QString timeOf(WallTime time) { return QString::fromLatin1(toRfc3339(time)); }

} // namespace

QString Diagnosis::text(
    const ServiceRegistry &registry, const ServiceId &service, const QList<LogLine> &log, const QString &logFault)
{
    const RegistryEntry &entry = *registry.find(service);
    const WallTime now = Now::read().wall;
    QStringList lines;
    const auto add = [&lines](const QString &title, const QString &value) {
        if (!value.isEmpty())
            lines.append(QStringLiteral("%1: %2").arg(title, withoutSecrets(printable(withoutIsolation(value)))));
    };
    lines.append(tr("Diagnosis of %1 in the fleet %2").arg(printable(service), printable(registry.fleetName())));
    add(tr("Written"), QStringLiteral("%1 · Foghorn %2").arg(timeOf(now), QStringLiteral(FOGHORN_VERSION)));
    add(tr("State"), Wording::sentence(entry.info, entry.status, entry.health, now));
    if (entry.status.since != WallTime())
        add(tr("Since"),
            QStringLiteral("%1 (%2)").arg(timeOf(entry.status.since), Wording::age(now - entry.status.since)));
    add(tr("Why"), Wording::why(entry.info, entry.status, entry.health, entry.lastCheck));
    const QList<BlockerStep> path = blockerPath(registry, service);
    for (const BlockerStep &step : path)
        add(tr("Caused by"), QStringLiteral("%1 – %2").arg(step.service, step.why));
    add(tr("Last error"), entry.status.lastError);
    if (entry.status.lastExit)
        add(tr("Last end"), Wording::exit(*entry.status.lastExit));
    add(tr("Restarts"),
        tr("%1 of %2 automatic ones used, %3 in all")
            .arg(entry.status.restartAttempts)
            .arg(entry.status.maxAttempts)
            .arg(entry.status.restartCount));
    add(tr("Version"), entry.info.version);
    add(tr("Needs"), QStringList(entry.info.required).join(QStringLiteral(", ")));
    add(tr("Wants"), QStringList(entry.info.optional).join(QStringLiteral(", ")));

    lines.append({QString(), tr("Last checks, the newest last:")});
    const std::vector<CheckResult> checks = entry.checks.tail(static_cast<std::size_t>(mostChecks));
    for (const CheckResult &check : checks)
        lines.append(withoutSecrets(QStringLiteral("%1  %2  %3  %4")
                                        .arg(timeOf(check.at), check.passed ? tr("passed") : tr("failed"),
                                            Wording::response(check.responseTime), printable(check.message))));
    if (checks.empty())
        lines.append(tr("none"));

    lines.append({QString(), tr("Last lines of its log:")});
    const qsizetype first = std::max<qsizetype>(0, log.size() - mostLines);
    QStringList written;
    for (qsizetype i = first; i < log.size(); ++i)
        written.append(cleanText(log.at(i).text.left(longestLine)));
    if (!written.isEmpty()) // together: some secrets are several lines long
        lines.append(withoutSecrets(written.join(u'\n')));
    if (log.isEmpty())
        lines.append(logFault.isEmpty() ? tr("none") : printable(logFault));
    return lines.join(u'\n') + u'\n';
}

} // namespace foghorn
