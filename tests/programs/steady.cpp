// test-steady: says "ready" and sleeps until it is told to end. A signal that is not TERM ends it as signals do.
#include <unistd.h>

#include <csignal>

namespace {

extern "C" void onTerm(int) { ::_exit(0); }

} // namespace

int main()
{
    std::signal(SIGTERM, onTerm);
    if (::write(STDOUT_FILENO, "ready\n", 6) < 0)
        return 1;
    for (;;)
        ::pause();
}
