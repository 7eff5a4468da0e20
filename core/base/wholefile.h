#pragma once

#include <QSaveFile>

namespace foghorn {

/// QSaveFile::commit() that keeps its promise on a full disk: what Qt 6.4 cannot flush while it closes the file it
/// takes for written, and so it puts an empty file in the place of a good one. False with errorString().
inline bool commitWhole(QSaveFile &file) { return file.flush() && file.commit(); }

} // namespace foghorn
