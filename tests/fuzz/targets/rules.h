#pragma once

#include "core/base/names.h"

#include <QByteArrayView>
#include <QString>

#include <cstdio>
#include <cstdlib>

namespace foghorn {

/// Ends the program where a rule is broken: to a fuzzer that is a crash, and it keeps the input.
inline void mustHold(bool holds, const char *rule)
{
    if (holds)
        return;
    std::fprintf(stderr, "rule broken: %s\n", rule);
    std::abort();
}

/// What people are shown has nothing in it that a terminal would obey.
inline void mustBePrintable(const QString &text, const char *what) { mustHold(printable(text) == text, what); }

/// Takes the input's first byte off it; 0 when there is none.
inline unsigned takeByte(QByteArrayView &input)
{
    if (input.isEmpty())
        return 0;
    const auto byte = static_cast<unsigned char>(input.front());
    input = input.sliced(1);
    return byte;
}

} // namespace foghorn
