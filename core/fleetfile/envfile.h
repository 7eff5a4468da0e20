#pragma once

#include "core/fleetfile/faultlist.h"

#include <QByteArray>
#include <QPair>
#include <QString>

#include <optional>

namespace foghorn {

/// NAME=value in the order of appearance.
using EnvironmentList = QList<QPair<QString, QString>>;

/// Whether `text` may name a variable: [A-Za-z_][A-Za-z0-9_]*.
bool isVariableName(QStringView text);
/// Sets `name` in `list`: in place where it is there, else at the end.
void setVariable(EnvironmentList &list, const QString &name, const QString &value);

/// The value of `name` in `list`, if it is there.
std::optional<QString> valueIn(const EnvironmentList &list, const QString &name);

/// Reads dotenv text: `NAME=value`, `export NAME=value`, comments, 'literal' and "escaped" (\n \t \r \" \\ \$) values,
/// which may span lines. Values are taken as they are: no ${…} in them.
EnvironmentList parseEnvironmentFile(const QByteArray &text, quint32 file, FaultList &faults);

} // namespace foghorn
