#pragma once

#include <QByteArrayView>

#include <array>

namespace foghorn {

// Each takes any bytes and must neither crash, hang nor eat memory; what else must hold of its part it checks itself
// (mustHold()).
void fuzzFleetFile(QByteArrayView input); ///< fleet files, one after the other (fleetfile.cpp)
void fuzzHttp(QByteArrayView input); ///< a request: head, host, path, query, and the handlers that read
void fuzzRequestBody(QByteArrayView input); ///< first byte: which route takes the rest as its JSON body
void fuzzNames(QByteArrayView input); ///< one text as a name, duration, size, time, address, template, language
void fuzzNotify(QByteArrayView input); ///< a datagram of sd_notify(3)
void fuzzKeeperFrames(QByteArrayView input); ///< first byte: a frame, a ledger, or a line of /proc
void fuzzEventDatabase(QByteArrayView input); ///< first byte: what of the database the rest damages
void fuzzWebSocketFrame(QByteArrayView input); ///< what a client sends once it is upgraded
void fuzzHttpAnswer(QByteArrayView input); ///< what a service answers to a probe

struct FuzzTarget
{
    const char *name; ///< of its folder in tests/fuzz/corpus, and of its program without fuzz_
    void (*run)(QByteArrayView input);
    int longest; ///< bytes of an input
};
inline constexpr std::array fuzzTargets{
    FuzzTarget{"fleetfile", &fuzzFleetFile, 8192},
    FuzzTarget{"http", &fuzzHttp, 4096},
    FuzzTarget{"requestbody", &fuzzRequestBody, 4096},
    FuzzTarget{"names", &fuzzNames, 512},
    FuzzTarget{"notify", &fuzzNotify, 5000},
    FuzzTarget{"keeperframes", &fuzzKeeperFrames, 4096},
    FuzzTarget{"eventdatabase", &fuzzEventDatabase, 4096},
    FuzzTarget{"websocketframe", &fuzzWebSocketFrame, 4096},
    FuzzTarget{"httpanswer", &fuzzHttpAnswer, 4096},
};

} // namespace foghorn
