// test-steady: sleeps until it is told to end. A signal that is not TERM ends it as signals do.
#include <unistd.h>

#include <csignal>

namespace {

extern "C" void onTerm(int) { ::_exit(0); }

} // namespace

int main()
{
    std::signal(SIGTERM, onTerm);
    for (;;)
        ::pause();
}
