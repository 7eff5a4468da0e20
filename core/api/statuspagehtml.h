#pragma once

#include "core/api/statuspagewords.h"
#include "core/base/clock.h"

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace foghorn {

// The small pieces of HTML that the status page is put together from. They take text and give markup.

/// As text of an element or a quoted attribute: nothing in it can begin markup, control and bidi characters are shown.
QByteArray htmlText(QStringView text);
/// "14:06:02 UTC" of today, else "2026-11-22 14:06 UTC" or as the language writes it; the exact time for the script
/// beside it.
QByteArray htmlTime(const StatusPageWords &words, WallTime time, WallTime now);
/// "99.98 %", or a dash when nothing was observed.
QByteArray htmlPercent(const StatusPageWords &words, std::optional<double> share);
/// One of the page's silhouettes.
QByteArray htmlGlyph(QByteArrayView name);
/// The strip of the last checks: `letters` as checkLetters() gives them, oldest first; the last 60 are drawn.
QByteArray htmlStrip(const StatusPageWords &words, QByteArrayView letters);
/// All silhouettes, to be placed once on the page.
QByteArray glyphSprite();

} // namespace foghorn
