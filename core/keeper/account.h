#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace foghorn::keeper {

/// A user of this machine, the groups it is in, and what a login of it would have.
struct Account
{
    uid_t user = 0;
    gid_t group = 0;
    std::vector<gid_t> groups;
    std::string name;
    std::string home;
    std::string shell;
};

/// The account of a user's name, or else of a number; none when there is no such user. For any thread.
std::optional<Account> findAccount(const std::string &user);

} // namespace foghorn::keeper
