#pragma once

#include <QString>

#include <optional>

namespace foghorn {

/// What a login of a user would have in its environment.
struct UserAccount
{
    QString name;
    QString home;
    QString shell;
};

/// The account of a user's name, or of a number; none when there is no such user.
std::optional<UserAccount> findUserAccount(const QString &user);

} // namespace foghorn
