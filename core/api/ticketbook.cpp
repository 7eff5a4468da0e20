#include "core/api/ticketbook.h"

#include "core/api/tokens.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtEndian>

#include <array>

namespace foghorn {
namespace {

// number (8 bytes), end in milliseconds (8), scope (1); then 32 bytes of seal
constexpr qsizetype contentSize = 17;
constexpr qsizetype sealSize = 32;

qint64 milliseconds(MonoTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

qint64 endOf(const QByteArray &content) { return qFromBigEndian<qint64>(content.constData() + 8); }

} // namespace

TicketBook::TicketBook()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->generate(random.begin(), random.end());
    m_secret = QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random);
}

QByteArray TicketBook::issue(TicketScope scope, MonoTime now)
{
    QByteArray content(contentSize, '\0');
    qToBigEndian(++m_issued, content.data());
    qToBigEndian(milliseconds(now + term), content.data() + 8);
    content[16] = static_cast<char>(scope);
    const QByteArray ticket = content + sealOf(content);
    return ticket.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray TicketBook::validContent(QByteArrayView ticket, MonoTime now) const
{
    const auto decoded = QByteArray::fromBase64Encoding(
        ticket.toByteArray(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != contentSize + sealSize)
        return {};
    const QByteArray content = decoded.decoded.first(contentSize);
    if (!isEqualInConstantTime(decoded.decoded.last(sealSize), sealOf(content)))
        return {};
    const bool isOver = milliseconds(now) > endOf(content);
    return isOver || m_used.contains(content) ? QByteArray() : content;
}

std::optional<TicketScope> TicketBook::scopeOf(QByteArrayView ticket, MonoTime now) const
{
    const QByteArray content = validContent(ticket, now);
    return content.isEmpty() ? std::nullopt : std::optional(static_cast<TicketScope>(content.at(16)));
}

std::optional<TicketScope> TicketBook::redeem(QByteArrayView ticket, MonoTime now)
{
    const QByteArray content = validContent(ticket, now);
    if (content.isEmpty())
        return std::nullopt;
    forgetEnded(milliseconds(now));
    if (m_used.size() >= mostUsed)
        return std::nullopt;
    m_used.insert(content, endOf(content));
    return static_cast<TicketScope>(content.at(16));
}

QByteArray TicketBook::sealOf(QByteArrayView content) const
{
    return QMessageAuthenticationCode::hash(content.toByteArray(), m_secret, QCryptographicHash::Sha256);
}

void TicketBook::forgetEnded(qint64 now)
{
    m_used.removeIf([now](const auto &used) { return used.value() < now; });
}

} // namespace foghorn
