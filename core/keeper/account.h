#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace foghorn::keeper {

/// A user of this machine and the groups it is in.
struct Account
{
    uid_t user = 0;
    gid_t group = 0;
    std::vector<gid_t> groups;
};

/// The account of a user's name, or of a number; none when there is no such user.
std::optional<Account> findAccount(const std::string &user);

} // namespace foghorn::keeper
