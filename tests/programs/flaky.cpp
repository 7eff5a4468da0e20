// test-flaky [CODE [MS]]: ends with CODE (default 1; a negative one: by that signal) after MS milliseconds (default 0).
#include <time.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

int main(int argc, char **argv)
{
    const int code = argc > 1 ? std::atoi(argv[1]) : 1;
    const long milliseconds = argc > 2 ? std::atol(argv[2]) : 0;
    timespec left = {milliseconds / 1000, milliseconds % 1000 * 1'000'000};
    while (::nanosleep(&left, &left) != 0) { }
    if (code < 0)
        ::kill(::getpid(), -code);
    return code;
}
