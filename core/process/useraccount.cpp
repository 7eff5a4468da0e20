#include "core/process/useraccount.h"

#include "core/keeper/account.h"

#include <string>

namespace foghorn {

std::optional<UserAccount> findUserAccount(const QString &user)
{
    const auto account = keeper::findAccount(user.toLocal8Bit().toStdString());
    if (!account)
        return std::nullopt;
    const auto text = [](const std::string &bytes) { return QString::fromLocal8Bit(bytes.c_str()); };
    return UserAccount{text(account->name), text(account->home), text(account->shell)};
}

} // namespace foghorn
