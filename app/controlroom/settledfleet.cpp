#include "app/controlroom/settledfleet.h"

#include "core/process/filemark.h"

#include <algorithm>
#include <thread>

namespace foghorn {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds betweenLooks{20};

/// All files of a fleet at one moment.
class Look
{
public:
    explicit Look(const QList<QString> &files)
        : m_files(files)
    {
        for (const QString &file : files)
            m_marks.append(markOf(file));
    }

    bool isSameAs(const Look &other) const { return m_files == other.m_files && m_marks == other.m_marks; }
    /// The first that is open for writing; empty: none.
    QString openFile() const
    {
        const auto found = std::find_if(m_files.begin(), m_files.end(), &isOpenForWriting);
        return found == m_files.end() ? QString() : *found;
    }
    /// Whether each was changed longer before `at` than that. A time in the future says nothing.
    bool isOlderThan(std::chrono::milliseconds rest, std::chrono::nanoseconds at) const
    {
        return std::all_of(
            m_marks.begin(), m_marks.end(), [&](const FileMark &mark) { return mark.changed < at - rest; });
    }
    /// Of those that differ the first; else the first of all.
    QString changedFile(const Look &before) const
    {
        for (qsizetype i = 0; i < m_files.size(); ++i) {
            if (i >= before.m_marks.size() || m_marks.at(i) != before.m_marks.at(i))
                return m_files.at(i);
        }
        return m_files.value(0);
    }
    Look again() const { return Look(m_files); }

private:
    QList<QString> m_files;
    QList<FileMark> m_marks;
};

/// Waits until nothing has changed for long enough; false, and which file it is, when that takes too long.
bool waitForRest(Look &last, const Settling &settling, Clock::time_point deadline, QString &restless)
{
    auto since = Clock::now();
    while (true) {
        const QString open = last.openFile();
        if (Clock::now() - since >= (open.isEmpty() ? settling.rest : settling.restWhileOpen))
            return true;
        if (!open.isEmpty())
            restless = open;
        if (Clock::now() >= deadline)
            return false;
        std::this_thread::sleep_for(betweenLooks);
        const Look now = last.again();
        if (!now.isSameAs(last)) {
            restless = now.changedFile(last);
            since = Clock::now();
            last = now;
        }
    }
}

} // namespace

LoadedFleet loadSettled(const std::function<LoadedFleet()> &load, const Settling &settling)
{
    const auto deadline = Clock::now() + settling.patience;
    const std::chrono::nanoseconds begin = std::chrono::system_clock::now().time_since_epoch();
    LoadedFleet loaded = load();
    Look look(loaded.fleet.files);
    if (look.isOlderThan(settling.rest, begin)
        && (look.openFile().isEmpty() || look.isOlderThan(settling.restWhileOpen, begin)))
        return loaded;
    QString restless = loaded.fleet.files.value(0);
    while (waitForRest(look, settling, deadline, restless)) {
        loaded = load();
        const Look after(loaded.fleet.files);
        if (after.isSameAs(look))
            return loaded;
        look = after;
    }
    loaded.faults = {{restless, 0, 0, QStringLiteral("is being written by another program"),
        QStringLiteral("read it again once it is whole")}};
    return loaded;
}

} // namespace foghorn
