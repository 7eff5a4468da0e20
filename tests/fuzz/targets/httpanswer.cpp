#include "core/health/httpanswer.h"
#include "tests/fuzz/targets/rules.h"
#include "tests/fuzz/targets/targets.h"

namespace foghorn {
namespace {

HttpAnswer heardInPieces(QByteArrayView input, qsizetype size)
{
    HttpAnswer answer;
    while (
        !input.isEmpty() && (answer.state() == HttpAnswer::State::Head || answer.state() == HttpAnswer::State::Body)) {
        const QByteArrayView piece = input.first(std::min(size, input.size()));
        input = input.sliced(piece.size());
        answer.feed(piece);
    }
    if (answer.state() == HttpAnswer::State::Head || answer.state() == HttpAnswer::State::Body)
        answer.end();
    return answer;
}

} // namespace

void fuzzHttpAnswer(QByteArrayView input)
{
    const HttpAnswer whole = heardInPieces(input, input.size());
    mustHold(whole.body().size() <= HttpAnswer::maxBody, "a body is bounded");
    if (whole.state() == HttpAnswer::State::Complete)
        mustHold(whole.status() >= 100 && whole.status() <= 999, "a whole answer has a status");
    for (const qsizetype size : {1, 5}) {
        const HttpAnswer pieces = heardInPieces(input, size);
        mustHold(pieces.state() == whole.state(), "pieces come to the same");
        if (whole.state() == HttpAnswer::State::Complete)
            mustHold(pieces.status() == whole.status() && pieces.body() == whole.body()
                    && pieces.location() == whole.location(),
                "pieces say the same as the whole");
    }
}

} // namespace foghorn
