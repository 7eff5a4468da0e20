#include "core/runtime/runmark.h"

#include <QList>
#include <QStringBuilder>

#include <algorithm>

namespace foghorn {
namespace {

/// The keeper takes no longer name.
constexpr qsizetype mostLetters = 64;
constexpr qsizetype portDigits = 4;

} // namespace

QByteArray toText(const RunMark &mark)
{
    QByteArray text =
        mark.fingerprint + '.' + QByteArray::number(mark.restartCount) + '.' + QByteArray::number(mark.restartAttempts);
    QByteArray ports;
    for (const quint16 port : mark.ports)
        ports += QByteArray::number(port, 16).rightJustified(portDigits, '0');
    if (!ports.isEmpty() && text.size() + 1 + ports.size() <= mostLetters)
        text += '.' + ports;
    return text;
}

RunMark runMarkFromText(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('.');
    constexpr int count = 3;
    if (parts.size() != count && parts.size() != count + 1)
        return {text, 0, 0};
    RunMark mark{parts.at(0), std::max(0, parts.at(1).toInt()), std::max(0, parts.at(2).toInt())};
    const QByteArray ports = parts.value(count);
    for (qsizetype at = 0; at + portDigits <= ports.size(); at += portDigits)
        mark.ports.push_back(ports.mid(at, portDigits).toUShort(nullptr, 16));
    return mark;
}

} // namespace foghorn
