#pragma once

#include <QLatin1String>

namespace foghorn {

// The settings that more than one class reads or writes. All of them may be missing or make no sense.

inline constexpr QLatin1String ModeKey("appearance/mode"); ///< a name of Theme::Mode
inline constexpr QLatin1String TextSizeKey("appearance/text"); ///< percent
inline constexpr QLatin1String RowsKey("appearance/rows"); ///< "compact" or "comfortable"
inline constexpr QLatin1String UtcKey("time/utc"); ///< whether times are shown in UTC
inline constexpr QLatin1String LogLinesKey("logs/lines"); ///< how many are kept in the Logs page
inline constexpr QLatin1String ConfirmGroup("confirm"); ///< answers that are not asked for again, true each
inline constexpr QLatin1String ShortcutGroup("shortcuts"); ///< keys of actions, by the actions' names
inline constexpr QLatin1String ConnectionsKey("connections/saved"); ///< JSON, of ConnectionBook; never a token
inline constexpr QLatin1String TrayKey("tray/shown"); ///< off unless chosen
inline constexpr QLatin1String NotificationsKey("notifications/shown"); ///< on unless turned off

} // namespace foghorn
