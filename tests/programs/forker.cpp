// test-forker [--leave] [--bomb N] [--scrub] SHAPE...: starts one descendant for each SHAPE, then sleeps until TERM
// (--leave: ends with 3 at once). SHAPEs:
//   child     a plain child
//   session   a child with a session of its own
//   double    forked twice, its parent ended, session of its own: a classic daemon
//   stubborn  as double, and ignores TERM
//   stopped   a child that has stopped itself
// --bomb N: N (at most 20) descendants that fork and end in turn, 100 times each
// and no more: an endless one takes the machine's process numbers from everybody. --scrub: descendants have an empty
// environment.
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string_view>

namespace {

bool scrubs = false;

[[noreturn]] void sleepForEver()
{
    for (;;)
        ::pause();
}

/// A new program image: environment and name of the parent are gone.
[[noreturn]] void becomeSleeper(bool isStubborn)
{
    if (isStubborn)
        std::signal(SIGTERM, SIG_IGN);
    if (scrubs) {
        char name[] = "sleep";
        char time[] = "1000";
        char *argv[] = {name, time, nullptr};
        char *none[] = {nullptr};
        ::execve("/bin/sleep", argv, none);
    }
    sleepForEver();
}

void startDaemon(bool isStubborn)
{
    if (::fork() != 0)
        return;
    ::setsid();
    if (::fork() != 0)
        ::_exit(0);
    ::setsid();
    becomeSleeper(isStubborn);
}

void startShape(std::string_view shape)
{
    if (shape == "double" || shape == "stubborn") {
        startDaemon(shape == "stubborn");
        return;
    }
    if (::fork() != 0)
        return;
    if (shape == "session")
        ::setsid();
    if (shape == "stopped")
        ::raise(SIGSTOP);
    becomeSleeper(false);
}

/// Each process of it lives for a moment and leaves another behind.
void startBomb(int count)
{
    constexpr int mostChains = 20;
    constexpr int generations = 100;
    for (int i = 0; i < count && i < mostChains; ++i) {
        if (::fork() != 0)
            continue;
        for (int generation = 0; generation < generations; ++generation) {
            const pid_t next = ::fork();
            if (next != 0)
                ::_exit(0); // also when it could not fork: never more than one of a chain
            ::usleep(20'000);
        }
        ::_exit(0);
    }
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGCHLD, SIG_IGN);
    bool leaves = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--leave")
            leaves = true;
        else if (argument == "--scrub")
            scrubs = true;
        else if (argument == "--bomb" && i + 1 < argc)
            startBomb(std::atoi(argv[++i]));
        else
            startShape(argument);
    }
    if (leaves)
        return 3;
    std::signal(SIGTERM, SIG_DFL);
    sleepForEver();
}
