#include "core/store/checkblock.h"

#include "core/store/historykeys.h"
#include "core/store/storewords.h"
#include "core/store/varint.h"

#include <vector>

namespace foghorn {
namespace {

constexpr char version = 1;
constexpr qsizetype mostBytes = 16 * 1024;
/// Checks are noted in the order they end, so one may have begun before the one before.
constexpr std::chrono::minutes disorder{1};

// The first number of a check.
constexpr quint64 passedBit = 1;
constexpr quint64 timedOutBit = 2;
constexpr int healthShift = 2; // two bits
constexpr int textShift = 4; // 0: as the check before; 1: a new text follows; else: 2 + its place

struct Text
{
    QString message;
    QList<QPair<QString, QString>> details;
};

Text readText(NumberReader &reader)
{
    const QString message = QString::fromUtf8(reader.text());
    return {message, detailsFromText(QString::fromUtf8(reader.text()))};
}

} // namespace

bool CheckBlock::takes(WallTime at) const
{
    return isEmpty()
        || (m_count < mostChecks && m_bytes.size() < mostBytes && at - m_first < longest && at >= m_last - disorder);
}

void CheckBlock::append(const CheckResult &check)
{
    if (isEmpty()) {
        m_bytes = QByteArray(1, version);
        m_first = check.at;
        m_last = {};
    }
    appendText(check);
    putSigned(m_bytes, (check.at - m_last).count());
    putSigned(m_bytes, static_cast<qint64>(check.responseTime.count()));
    m_last = check.at;
    ++m_count;
}

void CheckBlock::appendText(const CheckResult &check)
{
    quint64 flags = check.passed ? passedBit : 0;
    if (check.timedOut)
        flags |= timedOutBit;
    flags |= static_cast<quint64>(check.healthAfter) << healthShift;
    if (m_count > 0 && check.message == m_message && check.details == m_details)
        return putNumber(m_bytes, flags);
    m_message = check.message;
    m_details = check.details;
    QByteArray text;
    putText(text, m_message.toUtf8());
    putText(text, detailsText(m_details).toUtf8());
    const auto known = m_texts.constFind(text);
    if (known != m_texts.cend()) {
        m_text = *known;
        return putNumber(m_bytes, flags | (quint64(m_text) + 2) << textShift);
    }
    m_text = static_cast<quint32>(m_texts.size());
    m_texts.insert(text, m_text);
    putNumber(m_bytes, flags | quint64(1) << textShift);
    m_bytes.append(text);
}

bool readCheckBlock(
    QByteArrayView bytes, const ServiceId &service, const std::function<void(const CheckResult &)> &take)
{
    if (bytes.isEmpty() || bytes.front() != version)
        return false;
    NumberReader reader(bytes.sliced(1));
    std::vector<Text> texts;
    CheckResult check;
    check.service = service;
    while (!reader.atEnd()) {
        const quint64 flags = reader.number();
        const quint64 text = flags >> textShift;
        if (text == 1)
            texts.push_back(readText(reader));
        if (texts.empty() || (text > 1 && text - 2 >= texts.size()))
            return false;
        if (text > 0) {
            const Text &said = text == 1 ? texts.back() : texts[text - 2];
            check.message = said.message;
            check.details = said.details;
        }
        check.passed = flags & passedBit;
        check.timedOut = flags & timedOutBit;
        check.healthAfter = static_cast<Health>((flags >> healthShift) & 3U);
        check.at += std::chrono::milliseconds(reader.signedWithin(latestTime));
        check.responseTime = std::chrono::microseconds(reader.signedWithin(longestTime));
        if (!reader.isGood() || check.at < WallTime{} || check.at > WallTime(std::chrono::milliseconds(latestTime)))
            return false;
        take(check);
    }
    return true;
}

} // namespace foghorn
