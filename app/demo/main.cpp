#include "app/demo/options.h"
#include "app/demo/server.h"

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace foghorn::demo;
    const auto parsed = parseOptions(argc, argv);
    if (const auto *const farewell = std::get_if<Farewell>(&parsed)) {
        std::fputs(farewell->text.c_str(), farewell->exitCode == 0 ? stdout : stderr);
        return farewell->exitCode;
    }
    const auto &options = std::get<Options>(parsed);
    Server server(options);
    if (const std::string trouble = server.open(); !trouble.empty()) {
        std::fprintf(stderr, "foghorn-demo: %s\n", trouble.c_str());
        return 1;
    }
    if (options.port == 0) {
        std::printf("%d\n", server.port());
        std::fflush(stdout);
    }
    return server.run();
}
