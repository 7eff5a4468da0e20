#pragma once

#include "ui/style/statelook.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace foghorn {

/// A stretch of a line in one of our colours, in characters of its text.
struct ColourSpan
{
    qsizetype from = 0;
    qsizetype length = 0;
    StateFamily family = StateFamily::Neutral;

    bool operator==(const ColourSpan &) const = default;
};

/// Bytes of whatever kind as text of one line that no view is disturbed by: what is no UTF-8 becomes U+FFFD, control
/// and bidi characters become □, tabs four spaces. Colours of terminals become `spans`, ascending.
QString cleanText(const QByteArray &bytes, QList<ColourSpan> *spans = nullptr);

} // namespace foghorn
