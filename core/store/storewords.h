#pragma once

#include "core/model/exitinfo.h"
#include "core/model/runstate.h"

#include <QHash>
#include <QLatin1String>
#include <QList>
#include <QPair>
#include <QString>

namespace foghorn {

// How values stand in the database's text columns, beside the words of core/model/words.h. Reading never fails: what is
// not understood becomes the plainest value.

QLatin1String goalWord(Goal goal);
Goal goalFromWord(QStringView word);
QLatin1String exitKindWord(ExitInfo::Kind kind);
ExitInfo::Kind exitKindFromWord(QStringView word);

/// A JSON array of [name, value] pairs; empty text for none.
QString detailsText(const QList<QPair<QString, QString>> &details);
QList<QPair<QString, QString>> detailsFromText(const QString &text);
/// A JSON object.
QString portsText(const QHash<QString, quint16> &ports);
QHash<QString, quint16> portsFromText(const QString &text);

} // namespace foghorn
