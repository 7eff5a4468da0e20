#include "core/keeper/account.h"

#include <QTest>

#include <pwd.h>
#include <unistd.h>

#include <atomic>
#include <thread>
#include <vector>

namespace foghorn::keeper {

/// What the machine's book of users says.
class TestAccount final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByNameAndByNumber()
    {
        const auto byName = findAccount("root");
        QVERIFY(byName);
        QCOMPARE(byName->user, 0U);
        QCOMPARE(byName->home, std::string("/root"));
        const auto byNumber = findAccount("0");
        QVERIFY(byNumber);
        QCOMPARE(byNumber->name, std::string("root"));
        QVERIFY(!findAccount("no-such-user-here"));
        QVERIFY(!findAccount("0x0"));
        QVERIFY(!findAccount(""));
    }
    /// Services of different users are started at the same time: none may become another one's user.
    void eachThreadGetsItsOwn()
    {
        struct Known
        {
            std::string name;
            uid_t user;
        };
        std::vector<Known> known;
        ::setpwent();
        while (const passwd *entry = ::getpwent())
            known.push_back({entry->pw_name, entry->pw_uid});
        ::endpwent();
        QVERIFY(known.size() >= 3);
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (std::size_t thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&known, &wrong, thread] {
                for (std::size_t i = 0; i < 1'000; ++i) {
                    const Known &one = known[(i + thread) % known.size()];
                    const auto account = findAccount(one.name);
                    if (!account || account->user != one.user || account->name != one.name)
                        ++wrong;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

} // namespace foghorn::keeper

QTEST_GUILESS_MAIN(foghorn::keeper::TestAccount)
#include "tst_account.moc"
