#include "core/keeper/account.h"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstddef>

namespace foghorn::keeper {
namespace {

constexpr std::size_t usualBuffer = 1024;
constexpr std::size_t largestBuffer = 1024 * 1024;

/// One entry of the machine's book of users with the texts that it points to. Several threads look things up at a time.
struct Entry
{
    passwd fields = {};
    std::vector<char> texts;
};

/// `ask`: getpwnam_r or getpwuid_r with their first argument given.
template<typename Ask> bool find(Entry &entry, const Ask &ask)
{
    const long suggested = ::sysconf(_SC_GETPW_R_SIZE_MAX);
    entry.texts.resize(suggested > 0 ? static_cast<std::size_t>(suggested) : usualBuffer);
    for (;;) {
        passwd *found = nullptr;
        const int error = ask(&entry.fields, entry.texts.data(), entry.texts.size(), &found);
        if (error != ERANGE || entry.texts.size() >= largestBuffer)
            return error == 0 && found;
        entry.texts.resize(entry.texts.size() * 2);
    }
}

bool findByName(Entry &entry, const std::string &name)
{
    return find(entry, [&name](passwd *fields, char *buffer, std::size_t size, passwd **found) {
        return ::getpwnam_r(name.c_str(), fields, buffer, size, found);
    });
}

bool findByNumber(Entry &entry, uid_t number)
{
    return find(entry, [number](passwd *fields, char *buffer, std::size_t size, passwd **found) {
        return ::getpwuid_r(number, fields, buffer, size, found);
    });
}

bool find(Entry &entry, const std::string &user)
{
    if (findByName(entry, user))
        return true;
    uid_t number = 0;
    const char *end = user.data() + user.size();
    const auto [stop, error] = std::from_chars(user.data(), end, number);
    return error == std::errc() && stop == end && findByNumber(entry, number);
}

} // namespace

std::optional<Account> findAccount(const std::string &user)
{
    Entry entry;
    if (!find(entry, user))
        return std::nullopt;
    Account account;
    account.user = entry.fields.pw_uid;
    account.group = entry.fields.pw_gid;
    account.name = entry.fields.pw_name;
    account.home = entry.fields.pw_dir;
    account.shell = entry.fields.pw_shell;
    int count = 64;
    account.groups.resize(static_cast<std::size_t>(count));
    if (::getgrouplist(account.name.c_str(), account.group, account.groups.data(), &count) < 0) {
        account.groups.resize(static_cast<std::size_t>(count));
        ::getgrouplist(account.name.c_str(), account.group, account.groups.data(), &count);
    }
    account.groups.resize(static_cast<std::size_t>(count));
    return account;
}

} // namespace foghorn::keeper
