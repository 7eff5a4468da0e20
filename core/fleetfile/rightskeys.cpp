#include "core/fleetfile/servicedraft.h"

#include <array>

namespace foghorn {
namespace {

/// capabilities(7), each at its number.
constexpr std::array<std::string_view, 41> capabilityNames{"chown", "dac_override", "dac_read_search", "fowner",
    "fsetid", "kill", "setgid", "setuid", "setpcap", "linux_immutable", "net_bind_service", "net_broadcast",
    "net_admin", "net_raw", "ipc_lock", "ipc_owner", "sys_module", "sys_rawio", "sys_chroot", "sys_ptrace", "sys_pacct",
    "sys_admin", "sys_boot", "sys_nice", "sys_resource", "sys_time", "sys_tty_config", "mknod", "lease", "audit_write",
    "audit_control", "setfcap", "mac_override", "mac_admin", "syslog", "wake_alarm", "block_suspend", "audit_read",
    "perfmon", "bpf", "checkpoint_restore"};

/// "NET_BIND_SERVICE" and "CAP_NET_BIND_SERVICE", in either case.
std::optional<unsigned> capabilityOf(const QString &text)
{
    QString name = text.toLower();
    if (name.startsWith(QLatin1String("cap_")))
        name.remove(0, 4);
    for (unsigned number = 0; number < capabilityNames.size(); ++number) {
        const std::string_view &known = capabilityNames.at(number);
        if (name == QLatin1String(known.data(), static_cast<qsizetype>(known.size())))
            return number;
    }
    return std::nullopt;
}

} // namespace

void readNoNewPrivileges(ServiceDraft &draft, const Value &value)
{
    draft.spec.rights.noNewPrivileges = value.boolean().value_or(false);
}

void readCapabilities(ServiceDraft &draft, const Value &value)
{
    const auto names = value.texts(false);
    if (!names)
        return;
    quint64 mask = 0;
    for (const QString &name : *names) {
        if (const auto number = capabilityOf(name))
            mask |= 1ULL << *number;
        else
            value.fault(QStringLiteral("'%1' is no capability").arg(name),
                QStringLiteral("for example capabilities: [NET_BIND_SERVICE]; see capabilities(7)"));
    }
    draft.spec.rights.capabilities = mask;
}

} // namespace foghorn
