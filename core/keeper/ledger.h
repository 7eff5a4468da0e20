#pragma once

#include "core/keeper/descriptor.h"
#include "core/keeper/processtable.h"
#include "core/keeper/protocol.h"

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace foghorn::keeper {

/// What the ledger knows of one service's tree.
struct LedgerEntry
{
    pid_t pid = 0; ///< 0: it was about to be started, and what came of it was not written down
    std::uint64_t startTicks = 0;
    std::int64_t startedAtMs = 0;
    std::string fingerprint; ///< SpawnOrder's
    std::string note; ///< NoteOrder's
    ProcessName leader; ///< when it is no longer the program that was started; pid 0: it is
    bool ended = false;
    Ending ending;
    std::int64_t endedAtMs = 0;

    bool operator==(const LedgerEntry &) const = default;
};

using LedgerEntries = std::map<std::string, LedgerEntry>;

/// The keeper's memory on disk: lines are appended as things happen, so that a keeper that is killed leaves the truth
/// behind for the next one. Survives a process's death, not a power cut: after another boot nothing in it is alive.
class Ledger
{
public:
    /// Reads `directory`/keeper.state and goes on writing it.
    explicit Ledger(const std::string &directory);

    const LedgerEntries &entries() const { return m_entries; }
    /// Before it is started, so that a run whose keeper is killed in that moment is not lost.
    void noteStarting(const std::string &service, std::int64_t startedAtMs, const std::string &fingerprint);
    /// Of a fresh run: `entry` has not ended and no other leader.
    void noteSpawned(const std::string &service, const LedgerEntry &entry);
    void noteLeader(const std::string &service, const ProcessName &leader);
    void noteExited(const std::string &service, const Ending &ending, std::int64_t endedAtMs);
    void noteForgotten(const std::string &service);
    void note(const std::string &service, const std::string &note);

private:
    void append(const std::string &line);
    void compact();

    std::string m_path;
    LedgerEntries m_entries;
    Descriptor m_file;
    std::size_t m_lines = 0;
};

/// Whether `directory` holds a ledger of this boot in a format that we read: then a keeper of ours finds all that the
/// one that writes it keeps.
bool isReadableLedger(const std::string &directory);

/// The entries that the text of a ledger of this boot adds up to. Torn, foreign and older lines are passed over.
LedgerEntries parseLedger(std::string_view text, std::string_view boot);

} // namespace foghorn::keeper
