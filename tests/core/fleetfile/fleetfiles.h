#pragma once

#include "core/fleetfile/fleetfile.h"

#include <QFile>
#include <QFileInfo>
#include <QDir>
#include <QStringList>
#include <QTemporaryDir>

namespace foghorn {

/// Fleet files in a folder of their own.
class FleetFiles
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Writes a file, in folders as needed.
    void write(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a test's file");
    }

    LoadedFleet load(const QStringList &names, const QHash<QString, QString> &environment = {}) const
    {
        QList<QString> paths;
        for (const QString &name : names)
            paths.append(path(name));
        return loadFleet(paths, environment);
    }

    /// Each on its line, without the folder.
    QString lines(const QList<Fault> &faults) const
    {
        QStringList out;
        for (const Fault &fault : faults)
            out.append(fault.toString().remove(m_folder.path() + QLatin1Char('/')));
        return out.join(QLatin1Char('\n'));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace foghorn
