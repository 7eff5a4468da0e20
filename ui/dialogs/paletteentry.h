#pragma once

#include "ui/style/statelook.h"

#include <QIcon>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace foghorn {

/// Something that the command palette finds.
struct PaletteEntry
{
    QString title; ///< what is searched
    QString note; ///< where it is found else, how it is, or why it cannot be used now
    QString keys; ///< the shortcut, for people
    QIcon icon;
    std::optional<StateLook> look; ///< drawn in place of an icon
    bool isEnabled = true;
    int weight = 0; ///< of two that fit as well, the greater comes first
    std::function<void()> run; ///< null: `open` leads on
    std::function<QList<PaletteEntry>()> open; ///< what can be done with it
};

struct PaletteHit
{
    int entry = 0; ///< number among the entries
    QList<int> places; ///< letters of the title that were looked for
};

/// Those that fit, the best first, at most `most`. Without a pattern: as they come.
QList<PaletteHit> rankEntries(const QList<PaletteEntry> &entries, const QString &pattern, qsizetype most);

} // namespace foghorn
