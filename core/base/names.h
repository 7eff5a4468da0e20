#pragma once

#include <QList>
#include <QString>

namespace foghorn {

/// Whether `text` may name a service: `[a-z0-9]([a-z0-9_.-]{0,61}[a-z0-9])?`, the whole of it.
bool isServiceName(QStringView text);

/// The candidate within a few typing errors of `text` (letters missing, extra, wrong or swapped: at most a third of its
/// length, at least 2, but 1 in a word of up to three letters); empty when none is near.
QString nearestName(QStringView text, const QList<QString> &candidates);

/// `text` with every control, bidi and unpaired surrogate character shown as `\x1b` or `\u202e`, so that it can be
/// printed on a terminal or in a one-line message.
QString printable(QStringView text);

/// The beginning of `text`, at most `longest` long, and never half a character (of those beyond U+FFFF) at its end.
QString shortened(const QString &text, qsizetype longest);

} // namespace foghorn
