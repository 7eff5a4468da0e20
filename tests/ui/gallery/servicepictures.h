#pragma once

#include <QDir>
#include <QList>

#include <functional>

namespace foghorn {

class MainWindow;

/// One picture a turn of the loop: the Services page filtered, with high rows, narrow; each tab of the details. Files
/// end in `tone`. The window is afterwards as it was.
QList<std::function<void()>> servicePictures(MainWindow &window, const QDir &folder, const QString &tone);

} // namespace foghorn
