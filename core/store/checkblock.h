#pragma once

#include "core/model/checkresult.h"

#include <QByteArray>
#include <QHash>

#include <functional>

namespace foghorn {

/// Many checks of one service, packed: about eight bytes each, because times are kept as the step from the one before
/// and texts once. Grows at its end only. The first byte is the version of the format.
class CheckBlock
{
public:
    void append(const CheckResult &check);
    bool isEmpty() const { return m_count == 0; }
    int count() const { return m_count; }
    WallTime first() const { return m_first; }
    WallTime last() const { return m_last; }
    const QByteArray &bytes() const { return m_bytes; }
    /// Whether a check at this time still belongs here: not too many, not too long, no clock that was set back.
    bool takes(WallTime at) const;

    static constexpr int mostChecks = 120;
    static constexpr std::chrono::milliseconds longest = std::chrono::hours(2);

private:
    void appendText(const CheckResult &check);

    QByteArray m_bytes;
    int m_count = 0;
    WallTime m_first{};
    WallTime m_last{};
    QHash<QByteArray, quint32> m_texts; ///< each with its place in the order of their coming
    quint32 m_text = 0; ///< of the last check
    QString m_message; ///< likewise
    QList<QPair<QString, QString>> m_details; ///< likewise
};

/// Gives all checks of a block, oldest first, to `take`; false when the bytes are none of ours (then some may have been
/// given).
bool readCheckBlock(
    QByteArrayView bytes, const ServiceId &service, const std::function<void(const CheckResult &)> &take);

} // namespace foghorn
