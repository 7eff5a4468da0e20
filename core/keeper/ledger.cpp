#include "core/keeper/ledger.h"

#include "core/keeper/processtable.h"
#include "core/keeper/smallfile.h"

#include <fcntl.h>

#include <cstdio>
#include <sstream>

namespace foghorn::keeper {
namespace {

constexpr std::size_t fileLimit = 64 * 1024 * 1024;
constexpr std::size_t linesBeforeCompacting = 4096;
constexpr mode_t fileMode = 0600;

// The number is another one only when an older keeper could not go on with the file: it would know of nothing that
// lives. A new kind of line needs no other: who does not know it passes it over.
std::string header() { return "foghorn-keeper 1 " + bootId() + '\n'; }

std::string spawnedLine(const std::string &service, const LedgerEntry &entry)
{
    return "spawned " + service + ' ' + std::to_string(entry.pid) + ' ' + std::to_string(entry.startTicks) + ' '
        + std::to_string(entry.startedAtMs) + (entry.fingerprint.empty() ? "" : " " + entry.fingerprint) + '\n';
}

std::string startingLine(const std::string &service, const LedgerEntry &entry)
{
    return "starting " + service + ' ' + std::to_string(entry.startedAtMs)
        + (entry.fingerprint.empty() ? "" : " " + entry.fingerprint) + '\n';
}

std::string exitedLine(const std::string &service, const LedgerEntry &entry)
{
    return "exited " + service + ' ' + (entry.ending.known ? '1' : '0') + ' ' + std::to_string(entry.ending.status)
        + ' ' + std::to_string(entry.endedAtMs) + '\n';
}

std::string leaderLine(const std::string &service, const ProcessName &leader)
{
    return "leader " + service + ' ' + std::to_string(leader.pid) + ' ' + std::to_string(leader.startTicks) + '\n';
}

/// Without a note: it was taken back.
std::string noteLine(const std::string &service, const std::string &note)
{
    return "note " + service + (note.empty() ? "" : " " + note) + '\n';
}

void readFingerprint(std::istringstream &in, LedgerEntry &entry)
{
    if (!(in >> entry.fingerprint) || !isSafeName(entry.fingerprint))
        entry.fingerprint.clear();
}

void applyLine(LedgerEntries &entries, const std::string &line)
{
    std::istringstream in(line);
    std::string verb;
    std::string service;
    if (!(in >> verb >> service) || !isSafeName(service))
        return;
    if (verb == "spawned") {
        LedgerEntry entry;
        if (!(in >> entry.pid >> entry.startTicks >> entry.startedAtMs) || entry.pid <= 1)
            return;
        readFingerprint(in, entry);
        entries[service] = entry;
    } else if (verb == "starting") {
        LedgerEntry entry;
        if (!(in >> entry.startedAtMs))
            return;
        readFingerprint(in, entry);
        entries[service] = entry;
    } else if (verb == "leader") {
        const auto found = entries.find(service);
        ProcessName leader;
        if (found != entries.end() && in >> leader.pid >> leader.startTicks && leader.pid > 1)
            found->second.leader = leader;
    } else if (verb == "note") {
        const auto found = entries.find(service);
        std::string note;
        in >> note;
        if (found != entries.end() && (note.empty() || isSafeName(note)))
            found->second.note = note;
    } else if (verb == "exited") {
        const auto found = entries.find(service);
        LedgerEntry entry;
        int known = 0;
        if (found == entries.end() || !(in >> known >> entry.ending.status >> entry.endedAtMs))
            return;
        found->second.ended = true;
        found->second.ending = {known == 1, entry.ending.status};
        found->second.endedAtMs = entry.endedAtMs;
    } else if (verb == "forgotten") {
        entries.erase(service);
    }
}

} // namespace

LedgerEntries parseLedger(std::string_view text, std::string_view boot)
{
    LedgerEntries entries;
    const std::string expected = "foghorn-keeper 1 " + std::string(boot);
    const std::size_t headEnd = text.find('\n');
    if (headEnd == std::string_view::npos || text.substr(0, headEnd) != expected)
        return entries;
    text.remove_prefix(headEnd + 1);
    // A last line without its end was torn when the keeper was killed: it never was reported.
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        applyLine(entries, std::string(text.substr(0, end)));
        text.remove_prefix(end + 1);
    }
    return entries;
}

bool isReadableLedger(const std::string &directory)
{
    const std::string expected = header();
    const std::string path = directory + "/keeper.state";
    return readSmallFile(AT_FDCWD, path.c_str(), expected.size()) == expected;
}

Ledger::Ledger(const std::string &directory)
    : m_path(directory + "/keeper.state")
    , m_entries(parseLedger(readSmallFile(AT_FDCWD, m_path.c_str(), fileLimit), bootId()))
{
    compact();
}

void Ledger::noteStarting(const std::string &service, std::int64_t startedAtMs, const std::string &fingerprint)
{
    LedgerEntry &entry = m_entries[service];
    entry = {};
    entry.startedAtMs = startedAtMs;
    entry.fingerprint = fingerprint;
    append(startingLine(service, entry));
}

void Ledger::noteSpawned(const std::string &service, const LedgerEntry &entry)
{
    m_entries[service] = entry;
    append(spawnedLine(service, entry));
}

void Ledger::noteLeader(const std::string &service, const ProcessName &leader)
{
    const auto found = m_entries.find(service);
    if (found == m_entries.end())
        return;
    found->second.leader = leader;
    append(leaderLine(service, leader));
}

void Ledger::noteExited(const std::string &service, const Ending &ending, std::int64_t endedAtMs)
{
    const auto found = m_entries.find(service);
    if (found == m_entries.end())
        return;
    found->second.ended = true;
    found->second.ending = ending;
    found->second.endedAtMs = endedAtMs;
    append(exitedLine(service, found->second));
}

void Ledger::noteForgotten(const std::string &service)
{
    if (m_entries.erase(service) > 0)
        append("forgotten " + service + '\n');
}

void Ledger::note(const std::string &service, const std::string &note)
{
    const auto found = m_entries.find(service);
    if (found == m_entries.end())
        return;
    found->second.note = note;
    append(noteLine(service, note));
}

void Ledger::append(const std::string &line)
{
    if (++m_lines > linesBeforeCompacting + 4 * m_entries.size()) {
        compact();
        return;
    }
    // A full disk must not stop us from supervising: the next compaction writes what is missing.
    if (m_file.isOpen() && ::write(m_file.get(), line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        m_lines = linesBeforeCompacting + 4 * m_entries.size();
}

void Ledger::compact()
{
    std::string text = header();
    for (const auto &[service, entry] : m_entries) {
        text += entry.pid == 0 ? startingLine(service, entry) : spawnedLine(service, entry);
        if (entry.leader.pid != 0)
            text += leaderLine(service, entry.leader);
        if (!entry.note.empty())
            text += noteLine(service, entry.note);
        if (entry.ended)
            text += exitedLine(service, entry);
    }
    const std::string fresh = m_path + ".new";
    Descriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, fileMode));
    if (!file.isOpen() || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())
        || std::rename(fresh.c_str(), m_path.c_str()) != 0)
        return;
    m_file = std::move(file);
    m_lines = 0;
}

} // namespace foghorn::keeper
