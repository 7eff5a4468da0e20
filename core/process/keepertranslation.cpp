#include "core/process/keepertranslation.h"

#include "core/process/launchfailure.h"

namespace foghorn {
namespace {

std::vector<std::string> toTexts(const QList<QByteArray> &list)
{
    std::vector<std::string> texts;
    texts.reserve(static_cast<std::size_t>(list.size()));
    for (const QByteArray &bytes : list)
        texts.push_back(bytes.toStdString());
    return texts;
}

std::optional<std::int64_t> toLimit(const std::optional<qint64> &limit)
{
    return limit ? std::optional<std::int64_t>(*limit) : std::nullopt;
}

} // namespace

keeper::SpawnOrder toSpawnOrder(const LaunchOrder &order)
{
    return {order.service.toStdString(), toTexts(order.argv), toTexts(order.environment),
        order.workingDirectory.toStdString(), order.user.toStdString(), order.logFile.toStdString(),
        toLimit(order.limits.nofile), toLimit(order.limits.memory), toLimit(order.limits.core),
        order.fingerprint.toStdString(), order.rights.noNewPrivileges,
        order.rights.capabilities ? std::optional<std::uint64_t>(*order.rights.capabilities) : std::nullopt};
}

keeper::SignalTarget toTarget(SignalScope scope)
{
    switch (scope) {
    case SignalScope::Leader:
        return keeper::SignalTarget::Leader;
    case SignalScope::Group:
        return keeper::SignalTarget::Group;
    case SignalScope::Tree:
        break;
    }
    return keeper::SignalTarget::Tree;
}

ExitInfo toExitInfo(const keeper::Ending &ending)
{
    return ending.known ? exitInfoFromStatus(ending.status) : ExitInfo();
}

KeptTree toKeptTree(const keeper::KeptService &kept)
{
    KeptTree tree;
    tree.service = QString::fromStdString(kept.service);
    tree.pid = kept.pid;
    tree.startedAtMs = kept.startedAtMs;
    tree.leaderAlive = kept.leaderAlive;
    tree.treeEmpty = kept.treeEmpty;
    tree.fingerprint = QByteArray::fromStdString(kept.fingerprint);
    tree.note = QByteArray::fromStdString(kept.note);
    if (!kept.leaderAlive) {
        tree.exit = toExitInfo(kept.ending);
        tree.exitedAtMs = kept.endedAtMs;
    }
    return tree;
}

} // namespace foghorn
