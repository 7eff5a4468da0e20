#pragma once

#include "ui/models/logentry.h"

#include <QByteArray>

#include <vector>

namespace foghorn {

/// Text: a line each, "2026-11-23T14:02:15.004Z ERROR onion text". CSV as RFC 4180 says, with a header row. JSON lines:
/// an object each with time, service, level and text; what Foghorn itself noted has `note` in their place.
enum class LogFormat { Text, Csv, JsonLines };

/// By the end of the file's name: csv, jsonl or json, ndjson; all else is text.
LogFormat logFormatOf(const QString &path);
/// UTF-8.
QByteArray exportedLines(LogFormat format, const std::vector<LogEntryPtr> &entries);

} // namespace foghorn
