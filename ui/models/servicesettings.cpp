#include "ui/models/servicesettings.h"

#include "core/base/names.h"
#include "core/base/secrets.h"
#include "core/base/units.h"
#include "core/model/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace foghorn {

namespace {

class Writer
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::ServiceSettings)
public:
    QList<Setting> settings;

    void addProgram(const ServiceInfo &info);
    void addStarting(const ServiceInfo &info);
    void addHealth(const ServiceInfo &info);
    void addRestarts(const ServiceSpec &spec);
    void addStopping(const ServiceInfo &info);
    void addEnvironment(const ServiceSpec &spec);
    void addRest(const ServiceInfo &info);

private:
    void heading(const QString &title) { settings.append({title, {}}); }
    void add(const QString &title, const QString &value)
    {
        if (!value.isEmpty())
            settings.append({title, withoutSecrets(printable(value))});
    }
    void add(const QString &title, milliseconds value) { add(title, formatDuration(value)); }
    void add(const QString &title, int value) { add(title, QLocale().toString(value)); }
    void add(const QString &title, bool value) { add(title, value ? tr("yes") : tr("no")); }
    static QString probeOf(const ProbeSpec &probe);
};

void Writer::addProgram(const ServiceInfo &info)
{
    heading(tr("Program"));
    add(tr("Type"), info.type);
    if (!info.command.isEmpty())
        add(tr("Command"), shownCommand(info.command));
    else if (!info.external)
        add(tr("Command"), tr("known only on the machine that runs it"));
    if (const ServiceSpec *spec = info.spec.get()) {
        add(tr("Folder"), spec->workingDirectory);
        add(tr("User"), spec->user.isEmpty() ? tr("the one who runs Foghorn") : spec->user);
    }
    add(tr("Log file"), info.logFile);
}

void Writer::addStarting(const ServiceInfo &info)
{
    if (info.external)
        return;
    heading(tr("Starting"));
    add(tr("With the fleet"), info.autostart);
    add(tr("A job that ends"), info.job);
    add(tr("Critical"), info.critical);
    add(tr("Time to get ready"), info.startTimeout);
    const ServiceSpec *spec = info.spec.get();
    if (!spec)
        return;
    switch (spec->ready) {
    case ReadyWhen::Healthy:
        add(tr("Ready when"), tr("its check passes"));
        break;
    case ReadyWhen::Notify:
        add(tr("Ready when"), tr("it says so"));
        break;
    case ReadyWhen::Started:
        add(tr("Ready when"), tr("it is started"));
        break;
    }
}

QString Writer::probeOf(const ProbeSpec &probe)
{
    switch (probe.kind) {
    case ProbeSpec::Kind::None:
        return tr("none");
    case ProbeSpec::Kind::Http:
        //: an address that is asked, and which answers are good
        return tr("HTTP %1, expects %2–%3").arg(probe.url).arg(probe.statusFrom).arg(probe.statusTo);
    case ProbeSpec::Kind::Tcp:
        return tr("TCP %1").arg(probe.tcpAddress);
    case ProbeSpec::Kind::Exec:
        return tr("Runs %1").arg(shownCommand(probe.command));
    case ProbeSpec::Kind::Process:
        return tr("Whether its process is alive");
    }
    return {};
}

void Writer::addHealth(const ServiceInfo &info)
{
    heading(tr("Health check"));
    const ServiceSpec *spec = info.spec.get();
    if (!spec) {
        add(tr("Probe"), info.hasProbe ? tr("yes; known only on the machine that runs it") : tr("none"));
        if (info.hasProbe)
            add(tr("Unhealthy after"), tr("%1 failures in a row").arg(info.failureThreshold));
        return;
    }
    add(tr("Probe"), probeOf(spec->probe));
    if (spec->probe.kind != ProbeSpec::Kind::None) {
        add(tr("Every"), spec->health.interval);
        add(tr("Time to answer"), spec->health.timeout);
        add(tr("Not counted for"), spec->health.startPeriod);
        add(tr("Unhealthy after"), tr("%1 failures in a row").arg(spec->health.failureThreshold));
        add(tr("Healthy after"), tr("%1 passes in a row").arg(spec->health.recoveryThreshold));
        add(tr("Restart when unhealthy"), spec->health.autoRecovery);
    }
    if (spec->heartbeat)
        add(tr("Heartbeat"),
            tr("every %1, lost after %2")
                .arg(formatDuration(spec->heartbeat->interval), formatDuration(spec->heartbeat->timeout)));
}

void Writer::addRestarts(const ServiceSpec &spec)
{
    heading(tr("Restarts"));
    switch (spec.restart.when) {
    case RestartPolicy::When::Never:
        add(tr("By itself"), tr("never"));
        return;
    case RestartPolicy::When::OnFailure:
        add(tr("By itself"), tr("when it fails"));
        break;
    case RestartPolicy::When::Always:
        add(tr("By itself"), tr("whenever it ends"));
        break;
    }
    add(tr("At most"), spec.restart.maxAttempts);
    add(tr("Longest wait between"), spec.restart.backoffMax);
    add(tr("Counted anew after"), spec.restart.resetAfter ? formatDuration(*spec.restart.resetAfter) : tr("never"));
}

void Writer::addStopping(const ServiceInfo &info)
{
    if (info.external)
        return;
    heading(tr("Stopping"));
    if (const ServiceSpec *spec = info.spec.get()) {
        if (spec->stopCommand.isEmpty())
            add(tr("Signal"), signalName(spec->stopSignal));
        else
            add(tr("Command"), shownCommand(spec->stopCommand));
    }
    add(tr("Time to end"), info.stopTimeout);
}

void Writer::addEnvironment(const ServiceSpec &spec)
{
    if (spec.environment.isEmpty())
        return;
    heading(tr("Environment"));
    for (const auto &[name, value] : spec.environment)
        add(printable(name),
            isSecretName(name) && !value.isEmpty() ? QStringLiteral("••••")
                : value.isEmpty()                  ? tr("(empty)")
                                                   : value);
}

void Writer::addRest(const ServiceInfo &info)
{
    if (info.ports.isEmpty() && info.endpoints.isEmpty() && info.labels.isEmpty())
        return;
    heading(tr("Ports, addresses, tags"));
    for (const NamedPort &port : info.ports)
        add(printable(port.name),
            port.automatic ? tr("%1 (chosen by Foghorn)").arg(port.port) : QString::number(port.port));
    for (const Endpoint &endpoint : info.endpoints)
        add(printable(endpoint.name), endpoint.url);
    for (auto label = info.labels.cbegin(); label != info.labels.cend(); ++label)
        add(printable(label.key()), isSecretName(label.key()) ? QStringLiteral("••••") : label.value());
}

} // namespace

QList<Setting> settingsOf(const ServiceInfo &info)
{
    Writer writer;
    writer.addProgram(info);
    writer.addStarting(info);
    writer.addHealth(info);
    if (const ServiceSpec *spec = info.spec.get())
        writer.addRestarts(*spec);
    writer.addStopping(info);
    if (const ServiceSpec *spec = info.spec.get())
        writer.addEnvironment(*spec);
    writer.addRest(info);
    return writer.settings;
}

} // namespace foghorn
