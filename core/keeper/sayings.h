#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <string>
#include <string_view>

namespace foghorn::keeper {

/// What services have said over NOTIFY_SOCKET and an orchestrator must still be told: all of it while there is none,
/// and for as long as a run lives the last READY=1 and STATUS=, because an orchestrator may die before it has written
/// down what it heard. (MAINPID= is the keeper's own business.)
class Sayings
{
public:
    /// For each service at most so many; those go first that say none of the two.
    static constexpr std::size_t most = 32;

    struct Saying
    {
        std::int64_t pid = 0; ///< the sender's
        std::string text;
        unsigned keeps = 0; ///< which of the two this is the last one of
        bool isTold = false;
    };

    void add(const std::string &service, std::int64_t pid, std::string text, bool isTold);
    /// All that is kept, in the order in which each service said it; then it counts as told.
    void tellAll(const std::function<void(const std::string &service, const Saying &saying)> &tell);
    /// The run has ended and is known to have, or another one begins.
    void forget(const std::string &service) { m_sayings.erase(service); }
    bool isEmpty() const { return m_sayings.empty(); }

private:
    std::map<std::string, std::list<Saying>> m_sayings;
};

} // namespace foghorn::keeper
