#include "core/crashes/crashstore.h"

#include "core/base/names.h"
#include "core/base/wholefile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace foghorn {
namespace {

constexpr auto privateFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto privateFolder = privateFile | QFileDevice::ExeOwner;
constexpr qint64 largestReport = 4 * 1024 * 1024;

bool makeFolder(const QString &path)
{
    return QDir().exists(path) || (QDir().mkpath(path) && QFile::setPermissions(path, privateFolder));
}

bool beginPrivate(QSaveFile &file) { return file.open(QIODevice::WriteOnly) && file.setPermissions(privateFile); }

/// Oldest first: the names begin with the time in as many digits for each.
QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks, QDir::Name);
}

/// {"service":"edge","facts":{…}} on one line.
QByteArray lineOf(const ServiceId &service, const SpecFacts &facts)
{
    QJsonObject object;
    for (auto fact = facts.cbegin(); fact != facts.cend(); ++fact)
        object.insert(fact.key(), fact.value());
    const QJsonObject line{{QStringLiteral("service"), service}, {QStringLiteral("facts"), object}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

CrashStore::CrashStore(QString directory)
    : m_directory(std::move(directory))
{
}

QString CrashStore::folderOf(const ServiceId &service) const { return m_directory + u'/' + service; }

// Not the name of any service: those have no capitals.
QString CrashStore::goodFile() const { return m_directory + QStringLiteral("/GOOD"); }

bool CrashStore::add(const ServiceId &service, qint64 endedAtMs, qint64 pid, const QByteArray &report) const
{
    const QString folder = folderOf(service);
    if (!isServiceName(service) || !makeFolder(m_directory) || !makeFolder(folder))
        return false;
    constexpr int digits = 15;
    QSaveFile file(QStringLiteral("%1/%2-%3.json").arg(folder).arg(endedAtMs, digits, 10, QLatin1Char('0')).arg(pid));
    if (!beginPrivate(file) || file.write(report) != report.size() || !commitWhole(file))
        return false;
    QStringList names = namesIn(folder);
    while (names.size() > reportsKept)
        QFile::remove(folder + u'/' + names.takeFirst());
    return true;
}

QList<QByteArray> CrashStore::newest(const ServiceId &service, qsizetype limit) const
{
    QList<QByteArray> reports;
    if (!isServiceName(service))
        return reports;
    QStringList names = namesIn(folderOf(service));
    while (!names.isEmpty() && reports.size() < limit) {
        QFile file(folderOf(service) + u'/' + names.takeLast());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.read(largestReport);
        if (QJsonDocument::fromJson(text).isObject())
            reports.append(text);
    }
    return reports;
}

bool CrashStore::keepGood(const QSet<ServiceId> &names, const QList<ServiceSpec> &services) const
{
    if (!makeFolder(m_directory))
        return false;
    QSaveFile file(goodFile());
    if (!beginPrivate(file))
        return false;
    // Line by line, so that of a large fleet no more than one service is in memory.
    QFile before(goodFile());
    if (before.open(QIODevice::ReadOnly)) {
        while (!before.atEnd()) {
            const QByteArray line = before.readLine();
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (!object.isEmpty() && !names.contains(object.value(u"service").toString()))
                file.write(line);
        }
    }
    for (const ServiceSpec &spec : services) {
        if (names.contains(spec.name))
            file.write(lineOf(spec.name, factsOf(spec)));
    }
    return commitWhole(file);
}

std::optional<SpecFacts> CrashStore::goodFacts(const ServiceId &service) const
{
    QFile file(goodFile());
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        if (line.value(u"service").toString() != service)
            continue;
        SpecFacts facts;
        const QJsonObject object = line.value(u"facts").toObject();
        for (auto fact = object.begin(); fact != object.end(); ++fact)
            facts.insert(fact.key(), fact.value().toString());
        return facts;
    }
    return std::nullopt;
}

} // namespace foghorn
