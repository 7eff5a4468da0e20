// test-chatty [PER_SECOND [COUNT]]: writes numbered lines to stdout, PER_SECOND of them each second (default 10; 0: as
// fast as it goes), COUNT in all (default 0: for ever).
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    const long perSecond = argc > 1 ? std::atol(argv[1]) : 10;
    const long count = argc > 2 ? std::atol(argv[2]) : 0;
    for (long line = 1; count == 0 || line <= count; ++line) {
        char text[64];
        const int size = std::snprintf(text, sizeof text, "line %ld\n", line);
        if (::write(1, text, static_cast<std::size_t>(size)) != size)
            return 1;
        if (perSecond > 0) {
            const timespec pause = {perSecond == 1 ? 1 : 0, perSecond == 1 ? 0 : 1'000'000'000 / perSecond};
            ::nanosleep(&pause, nullptr);
        }
    }
    return 0;
}
