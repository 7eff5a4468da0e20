#include "core/api/ticketbook.h"

#include <QTest>

using namespace foghorn;

/// Tickets of the status page: good once, for half a minute, and only ours.
class TestTicketBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ticketsAreGoodOnceAndForAWhile();
};

void TestTicketBook::ticketsAreGoodOnceAndForAWhile()
{
    TicketBook book;
    const MonoTime start{};
    const QByteArray ticket = book.issue(TicketScope::Public, start);
    QCOMPARE(book.redeem(ticket, start + std::chrono::seconds(29)), std::optional(TicketScope::Public));
    QCOMPARE(book.redeem(ticket, start + std::chrono::seconds(29)), std::nullopt);
    const QByteArray late = book.issue(TicketScope::Full, start);
    QCOMPARE(book.redeem(late, start + std::chrono::seconds(31)), std::nullopt);
    for (const QByteArray &wrong :
        QList<QByteArray>{"", "x", "AAAA", QByteArray(65, 'A'), TicketBook().issue(TicketScope::Full, start)})
        QCOMPARE(book.redeem(wrong, start), std::nullopt);
    QByteArray forged = QByteArray::fromBase64(book.issue(TicketScope::Public, start), QByteArray::Base64UrlEncoding);
    forged[16] = '\0'; // public to full
    QCOMPARE(book.redeem(forged.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals), start),
        std::nullopt);
    QVERIFY(book.redeem(book.issue(TicketScope::Full, start), start));
}

QTEST_GUILESS_MAIN(TestTicketBook)
#include "tst_ticketbook.moc"
