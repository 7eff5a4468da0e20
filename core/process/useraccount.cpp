#include "core/process/useraccount.h"

#include <QByteArray>

#include <pwd.h>
#include <unistd.h>

#include <cerrno>

namespace foghorn {

std::optional<UserAccount> findUserAccount(const QString &user)
{
    const QByteArray name = user.toLocal8Bit();
    bool isNumber = false;
    const uid_t number = name.toUInt(&isNumber);
    const long suggested = ::sysconf(_SC_GETPW_R_SIZE_MAX);
    QByteArray buffer(suggested > 0 ? suggested : 1024, '\0');
    for (;;) {
        passwd entry = {};
        passwd *found = nullptr;
        const auto size = static_cast<std::size_t>(buffer.size());
        const int error = isNumber ? ::getpwuid_r(number, &entry, buffer.data(), size, &found)
                                   : ::getpwnam_r(name.constData(), &entry, buffer.data(), size, &found);
        if (error == ERANGE && buffer.size() < 1024 * 1024) {
            buffer.resize(buffer.size() * 2);
            continue;
        }
        if (error != 0 || !found)
            return std::nullopt;
        return UserAccount{QString::fromLocal8Bit(entry.pw_name), QString::fromLocal8Bit(entry.pw_dir),
            QString::fromLocal8Bit(entry.pw_shell)};
    }
}

} // namespace foghorn
