#pragma once

#include <QList>
#include <QString>

namespace foghorn {

/// Whether we run as root.
bool isRoot();

/// The kernel takes services first when the machine runs out of memory. Not everybody may.
void becomeLastToBeKilled();

/// Who may say what root runs: root, whoever called us by sudo, and whoever could replace `program` itself, because one
/// of the folders above it is theirs (a checkout in which root builds). Not root: nobody is asked.
QList<unsigned> trustedOwners(const QString &program);

} // namespace foghorn
