#include "core/process/childprogram.h"

#include "core/keeper/processtable.h"
#include "core/keeper/signalling.h"
#include "core/keeper/spawn.h"
#include "core/keeper/treescan.h"
#include "core/process/descriptorlimit.h"
#include "core/process/launchfailure.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPromise>
#include <QSocketNotifier>
#include <QTimer>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <memory>
#include <optional>

namespace foghorn {
namespace {

constexpr qsizetype outputKept = 4096;
constexpr int readsPerRound = 16;
constexpr int killRounds = 20;

std::vector<std::string> toTexts(const QList<QByteArray> &list)
{
    std::vector<std::string> texts;
    for (const QByteArray &bytes : list)
        texts.push_back(bytes.toStdString());
    return texts;
}

/// What a program reads: held by the kernel, so that nobody has to write while it reads. Closed when that fails.
keeper::Descriptor inputWith(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return keeper::Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    keeper::Descriptor file(::memfd_create("foghorn-input", MFD_CLOEXEC));
    if (!file.isOpen() || ::write(file.get(), bytes.constData(), static_cast<std::size_t>(bytes.size())) != bytes.size()
        || ::lseek(file.get(), 0, SEEK_SET) != 0)
        file.reset();
    return file;
}

/// Sets this run's processes apart from all others, wherever they go.
std::string nextMarker()
{
    static std::atomic<unsigned> number = 0;
    return "child-" + std::to_string(::getpid()) + '-' + std::to_string(++number);
}

/// One running program. Owned by the context; deletes itself when done.
class ChildRun final : public QObject
{
public:
    explicit ChildRun(QObject *parent)
        : QObject(parent)
        , m_marker(nextMarker())
    {
        m_promise.start();
    }
    Q_DISABLE_COPY_MOVE(ChildRun)
    ~ChildRun() override;

    QFuture<ChildOutcome> begin(const ChildOrder &order);

private:
    void watch(std::chrono::milliseconds timeout);
    void fail(const keeper::SpawnFailure &failure, const QByteArray &program);
    void drain(int rounds);
    void onTimeout();
    void onEnded();
    void killTree();
    std::optional<int> reap();
    void finish();

    QPromise<ChildOutcome> m_promise;
    std::string m_marker;
    ChildOutcome m_outcome;
    QElapsedTimer m_age;
    pid_t m_pid = 0; ///< 0: not running, or reaped
    std::uint64_t m_startTicks = 0;
    keeper::Descriptor m_process;
    keeper::Descriptor m_output;
    std::unique_ptr<QSocketNotifier> m_ended;
    std::unique_ptr<QSocketNotifier> m_readable;
    QTimer m_timeout;
};

ChildRun::~ChildRun()
{
    m_ended.reset();
    m_readable.reset();
    if (m_pid == 0)
        return;
    killTree();
    reap();
    m_promise.future().cancel();
    m_promise.finish();
}

QFuture<ChildOutcome> ChildRun::begin(const ChildOrder &order)
{
    QFuture<ChildOutcome> future = m_promise.future();
    m_age.start();
    std::array<int, 2> ends = {-1, -1};
    const keeper::Descriptor input = inputWith(order.input);
    if (order.argv.isEmpty() || !input.isOpen() || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
        fail({keeper::SpawnStep::Descriptors, order.argv.isEmpty() ? EINVAL : errno, {}}, order.argv.value(0));
        return future;
    }
    m_output.reset(ends[0]);
    const keeper::Descriptor writeEnd(ends[1]);
    ::fcntl(m_output.get(), F_SETFL, O_NONBLOCK);
    keeper::SpawnRequest request;
    request.argv = toTexts(order.argv);
    request.environment = toTexts(order.environment);
    std::erase_if(request.environment, [](const std::string &entry) { return entry.starts_with("FOGHORN_KEEPER="); });
    request.environment.push_back(std::string(keeper::treeMarker) + '=' + m_marker + "/child");
    request.workingDirectory = order.workingDirectory.toStdString();
    request.user = order.user.toStdString();
    request.input = input.get();
    request.output = writeEnd.get();
    request.errorOutput = writeEnd.get();
    request.defaultNofile = originalDescriptorLimit();
    request.resetOomScore = true;
    auto answer = keeper::spawn(request);
    if (const auto *failure = std::get_if<keeper::SpawnFailure>(&answer)) {
        fail(*failure, order.argv.first());
        return future;
    }
    auto &started = std::get<keeper::SpawnedProcess>(answer);
    m_pid = started.pid;
    m_process = std::move(started.pidfd);
    const auto entry = keeper::readProcess(m_pid);
    m_startTicks = entry ? entry->startTicks : 0;
    watch(order.timeout);
    return future;
}

void ChildRun::watch(std::chrono::milliseconds timeout)
{
    m_ended = std::make_unique<QSocketNotifier>(m_process.get(), QSocketNotifier::Read);
    m_readable = std::make_unique<QSocketNotifier>(m_output.get(), QSocketNotifier::Read);
    connect(m_ended.get(), &QSocketNotifier::activated, this, &ChildRun::onEnded);
    connect(m_readable.get(), &QSocketNotifier::activated, this, [this] { drain(readsPerRound); });
    connect(&m_timeout, &QTimer::timeout, this, &ChildRun::onTimeout);
    m_timeout.setSingleShot(true);
    m_timeout.start(timeout);
}

void ChildRun::fail(const keeper::SpawnFailure &failure, const QByteArray &program)
{
    m_outcome.exit = launchFailure(failure, QFile::decodeName(program));
    finish();
}

void ChildRun::drain(int rounds)
{
    std::array<char, 16 * 1024> piece{};
    for (int i = 0; i < rounds; ++i) {
        const ssize_t n = ::read(m_output.get(), piece.data(), piece.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            // Closed by the program, which may go on without: no more to be read, and always readable.
            if (n == 0)
                m_readable->setEnabled(false);
            return;
        }
        m_outcome.output.append(piece.data(), n);
        if (m_outcome.output.size() > outputKept)
            m_outcome.output.remove(0, m_outcome.output.size() - outputKept);
    }
}

void ChildRun::onTimeout()
{
    if (m_pid == 0)
        return;
    m_outcome.timedOut = true;
    killTree(); // its end comes as any other
}

void ChildRun::killTree()
{
    keeper::signalChildGroup(m_pid, SIGKILL);
    keeper::TreeScan scan(m_marker, keeper::readEnvironment, keeper::isBetweenPrograms);
    for (int round = 0; round < killRounds; ++round) {
        auto members = scan.members(keeper::readProcesses(), {{"child", m_pid, m_startTicks}});
        if (members["child"].empty())
            return;
        for (const keeper::ProcessName &process : members["child"])
            keeper::signalProcess(process.pid, process.startTicks, SIGKILL);
    }
}

std::optional<int> ChildRun::reap()
{
    int status = 0;
    pid_t reaped = -1;
    do {
        reaped = ::waitpid(m_pid, &status, 0);
    } while (reaped < 0 && errno == EINTR);
    m_pid = 0;
    return reaped > 0 ? std::optional(status) : std::nullopt; // none: somebody else has reaped it
}

void ChildRun::onEnded()
{
    keeper::signalChildGroup(m_pid, SIGKILL);
    if (const std::optional<int> status = reap())
        m_outcome.exit = exitInfoFromStatus(*status);
    drain(readsPerRound); // what is in the pipe now; its end may never come
    finish();
}

void ChildRun::finish()
{
    m_ended.reset();
    m_readable.reset();
    m_timeout.stop();
    m_outcome.duration = std::chrono::microseconds(m_age.nsecsElapsed() / 1000);
    deleteLater();
    m_promise.addResult(m_outcome);
    m_promise.finish();
}

} // namespace

QFuture<ChildOutcome> runChildProgram(const ChildOrder &order, QObject *context)
{
    return (new ChildRun(context))->begin(order);
}

} // namespace foghorn
