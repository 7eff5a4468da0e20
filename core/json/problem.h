#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace foghorn {

/// "Not Found" for 404: the title of a problem and the reason phrase of a status line.
QByteArray statusTitle(int status);

/// The one shape of every error (application/problem+json): type, title, status, detail, success: false, and `faults`
/// and `cycles` (ways from a service back to itself) when there are some. `detail` says what to do next.
QByteArray problemJson(
    int status, const QString &detail, const QList<QString> &faults = {}, const QList<QList<QString>> &cycles = {});

} // namespace foghorn
