#include "core/keeper/sayings.h"

#include <algorithm>
#include <array>

namespace foghorn::keeper {
namespace {

constexpr std::array<std::string_view, 2> kept{"READY=1", "STATUS="};

/// Which of them begin a line of the text, one bit each.
unsigned keptIn(std::string_view text)
{
    unsigned bits = 0;
    while (!text.empty()) {
        for (std::size_t i = 0; i < kept.size(); ++i)
            bits |= text.starts_with(kept[i]) ? 1U << i : 0U;
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    return bits;
}

} // namespace

void Sayings::add(const std::string &service, std::int64_t pid, std::string text, bool isTold)
{
    Saying fresh{pid, std::move(text), 0, isTold};
    fresh.keeps = keptIn(fresh.text);
    if (isTold && fresh.keeps == 0)
        return;
    std::list<Saying> &sayings = m_sayings[service];
    sayings.remove_if([&fresh](Saying &old) {
        old.keeps &= ~fresh.keeps;
        // a sign of life that comes again and again is kept once
        return old.keeps == 0 && (old.isTold || old.text == fresh.text);
    });
    sayings.push_back(std::move(fresh));
    if (sayings.size() <= most)
        return;
    const auto lesser = std::ranges::find(sayings, 0U, &Saying::keeps);
    sayings.erase(lesser == sayings.end() ? sayings.begin() : lesser);
}

void Sayings::tellAll(const std::function<void(const std::string &service, const Saying &saying)> &tell)
{
    for (auto &[service, sayings] : m_sayings) {
        for (Saying &saying : sayings) {
            tell(service, saying);
            saying.isTold = true;
        }
        sayings.remove_if([](const Saying &saying) { return saying.keeps == 0; });
    }
}

} // namespace foghorn::keeper
