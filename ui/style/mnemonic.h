#pragma once

#include <QString>

namespace foghorn {

/// The words of an action without the mark of its mnemonic: "Save && &quit" is "Save & quit"; "開く(&O)" is "開く".
QString withoutMnemonic(const QString &text);

} // namespace foghorn
