// test-escaper SHAPE: tries to leave something behind when it is told to end. It says "set" once the shape stands, and
// nothing of it lives for longer than two minutes. SHAPEs:
//   double-fork  a classic daemon: forked twice, its parents ended
//   session      a child with a session of its own
//   group        a child that changes its process group, and again every few milliseconds
//   ignore       leader and child ignore TERM, INT and HUP
//   stopped      a child that has stopped itself
//   bomb         200 processes that fork and end in turn, each a few hundred times
//   holds-log    a grandchild in a session of its own that goes on writing to the log
//   worst        as double-fork, and ignores TERM, and has closed all that it was given
//   renamed      runs another program, by another name, with an empty environment
//   forks-on-term  each TERM makes another child, up to 50
//   vfork        a child that vfork made, which runs another program
//   threads      16 threads, each of which forks
//   relay        two daemons, each of which starts the other again when it ends
//   leaves       the leader ends at once, a daemon stays
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <string_view>

namespace {

constexpr unsigned longestLife = 120; // seconds

void pauseMs(long milliseconds)
{
    const timespec time = {milliseconds / 1000, milliseconds % 1000 * 1'000'000};
    ::nanosleep(&time, nullptr);
}

[[noreturn]] void sleepForEver()
{
    for (;;)
        ::pause();
}

/// fork(), and the child ends by itself one day.
pid_t forkMortal()
{
    const pid_t pid = ::fork();
    if (pid == 0)
        ::alarm(longestLife);
    return pid;
}

void ignoreAll()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        std::signal(signal, SIG_IGN);
}

void closeAll()
{
    for (int descriptor = 0; descriptor < 256; ++descriptor)
        ::close(descriptor);
}

/// True in the daemon.
bool becomeDaemon()
{
    const pid_t first = forkMortal();
    if (first != 0) {
        ::waitpid(first, nullptr, 0);
        return false;
    }
    ::setsid();
    if (forkMortal() != 0)
        ::_exit(0);
    ::setsid();
    return true;
}

[[noreturn]] void runSleep()
{
    char name[] = "kworker/0:1";
    char time[] = "120";
    char *argv[] = {name, time, nullptr};
    char *none[] = {nullptr};
    ::execve("/bin/sleep", argv, none);
    ::_exit(127);
}

void startBomb()
{
    constexpr int chains = 200;
    constexpr int generations = 300;
    for (int i = 0; i < chains; ++i) {
        if (forkMortal() != 0)
            continue;
        for (int generation = 0; generation < generations; ++generation) {
            pauseMs(100);
            if (forkMortal() != 0)
                ::_exit(0); // also when it could not fork: never more than one of a chain
        }
        ::_exit(0);
    }
}

/// Each of the two is the other's child in turn: whoever sees that it has become an orphan starts another.
void startRelay()
{
    constexpr int mostTurns = 200;
    if (!becomeDaemon())
        return;
    ignoreAll();
    for (int turn = 0; turn < mostTurns; ++turn) {
        const pid_t parent = ::getpid();
        const pid_t child = forkMortal();
        if (child == 0) {
            ::setsid();
            while (::getppid() == parent)
                pauseMs(1);
            continue; // the parent has ended: the next turn is ours
        }
        ::waitpid(child, nullptr, 0);
    }
    ::_exit(0);
}

int forkedOnTerm = 0;

extern "C" void forkOnTerm(int)
{
    constexpr int most = 50;
    if (++forkedOnTerm <= most)
        forkMortal();
}

extern "C" void *forkInThread(void *)
{
    if (forkMortal() == 0) {
        ::setsid();
        sleepForEver();
    }
    sleepForEver();
}

void startThreads()
{
    constexpr int count = 16;
    for (int i = 0; i < count; ++i) {
        pthread_t thread = {};
        ::pthread_create(&thread, nullptr, &forkInThread, nullptr);
    }
}

void startChild(std::string_view shape)
{
    if (shape == "double-fork" || shape == "worst" || shape == "leaves") {
        if (!becomeDaemon())
            return;
        if (shape == "worst") {
            ignoreAll();
            closeAll();
        }
        sleepForEver();
    }
    if (shape == "holds-log") {
        if (!becomeDaemon())
            return;
        ignoreAll();
        while (::write(1, "still here\n", 11) == 11)
            pauseMs(20);
        sleepForEver();
    }
    if (forkMortal() != 0)
        return;
    if (shape == "session")
        ::setsid();
    if (shape == "stopped")
        ::raise(SIGSTOP);
    if (shape == "renamed") {
        ::setsid();
        runSleep();
    }
    while (shape == "group") {
        ::setpgid(0, 0);
        if (forkMortal() != 0)
            ::_exit(0);
        pauseMs(20);
    }
    sleepForEver();
}

void startVfork()
{
    char name[] = "sleep";
    char time[] = "120";
    char *argv[] = {name, time, nullptr};
    const pid_t pid = ::vfork();
    if (pid == 0) {
        ::execv("/bin/sleep", argv);
        ::_exit(127);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const std::string_view shape = argv[1];
    ::alarm(longestLife);
    std::signal(SIGCHLD, shape == "relay" || shape == "worst" ? SIG_DFL : SIG_IGN);
    if (shape == "ignore")
        ignoreAll();
    if (shape == "forks-on-term")
        std::signal(SIGTERM, &forkOnTerm);
    if (shape == "bomb")
        startBomb();
    else if (shape == "relay")
        startRelay();
    else if (shape == "threads")
        startThreads();
    else if (shape == "vfork")
        startVfork();
    else
        startChild(shape);
    pauseMs(50); // until the children are what they are to be
    if (::write(1, "set\n", 4) != 4 || shape == "leaves")
        return 0;
    sleepForEver();
}
