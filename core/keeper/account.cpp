#include "core/keeper/account.h"

#include <grp.h>
#include <pwd.h>

#include <charconv>

namespace foghorn::keeper {
namespace {

const passwd *findEntry(const std::string &user)
{
    if (const passwd *entry = ::getpwnam(user.c_str()))
        return entry;
    uid_t number = 0;
    const char *end = user.data() + user.size();
    const auto [stop, error] = std::from_chars(user.data(), end, number);
    return error == std::errc() && stop == end ? ::getpwuid(number) : nullptr;
}

} // namespace

std::optional<Account> findAccount(const std::string &user)
{
    const passwd *entry = findEntry(user);
    if (!entry)
        return std::nullopt;
    Account account;
    account.user = entry->pw_uid;
    account.group = entry->pw_gid;
    int count = 64;
    account.groups.resize(static_cast<std::size_t>(count));
    const std::string name = entry->pw_name;
    if (::getgrouplist(name.c_str(), account.group, account.groups.data(), &count) < 0) {
        account.groups.resize(static_cast<std::size_t>(count));
        ::getgrouplist(name.c_str(), account.group, account.groups.data(), &count);
    }
    account.groups.resize(static_cast<std::size_t>(count));
    return account;
}

} // namespace foghorn::keeper
