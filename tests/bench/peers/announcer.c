/* The service that every supervisor of the comparison runs: says "NAME PID" into a FIFO once, then waits for a signal.
 * So the moment a service runs is known without asking its supervisor. usage: announcer FIFO NAME */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    char line[128];
    int fifo, length;
    if (argc != 3)
        return 2;
    fifo = open(argv[1], O_WRONLY);
    length = snprintf(line, sizeof line, "%s %ld\n", argv[2], (long)getpid());
    if (fifo < 0 || write(fifo, line, (size_t)length) != length)
        return 1;
    close(fifo);
    for (;;)
        pause();
}
