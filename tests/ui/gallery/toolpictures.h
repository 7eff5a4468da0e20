#pragma once

#include <QDir>

namespace foghorn {

class MainWindow;

/// Command palette, preferences page by page, keys, about. `tone` ends the files' names.
void saveTools(MainWindow &window, const QDir &folder, const QString &tone);

} // namespace foghorn
