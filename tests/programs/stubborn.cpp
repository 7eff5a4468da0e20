// test-stubborn: ignores TERM, INT and HUP; only KILL ends it.
#include <unistd.h>

#include <csignal>
#include <initializer_list>

int main()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        std::signal(signal, SIG_IGN);
    for (;;)
        ::pause();
}
