#include "ui/models/logexport.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace foghorn {

namespace {

QString quoted(QString text) { return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"'; }

QString csvField(const QString &text)
{
    for (const QChar c : text) {
        if (c == u',' || c == u'"' || c == u'\n' || c == u'\r')
            return quoted(text);
    }
    return text;
}

QByteArray csvLine(const LogEntry &entry)
{
    const QString level = entry.hasLevel ? levelWord(entry.level) : QString();
    return toRfc3339(entry.at) + ','
        + QStringList{level, csvField(entry.service), csvField(entry.text)}.join(u',').toUtf8() + "\r\n";
}

QByteArray jsonLine(const LogEntry &entry)
{
    QJsonObject object{{QStringLiteral("time"), QString::fromLatin1(toRfc3339(entry.at))}};
    if (!entry.service.isEmpty())
        object.insert(QStringLiteral("service"), entry.service);
    if (entry.kind == LogEntry::Kind::Note) {
        object.insert(QStringLiteral("note"), entry.text);
    } else {
        if (entry.hasLevel)
            object.insert(QStringLiteral("level"), levelWord(entry.level));
        object.insert(QStringLiteral("text"), entry.text);
        if (entry.isCut)
            object.insert(QStringLiteral("cut"), true);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray lineOf(LogFormat format, const LogEntry &entry)
{
    switch (format) {
    case LogFormat::Text:
        return exportedLine(entry).toUtf8() + '\n';
    case LogFormat::Csv:
        return csvLine(entry);
    case LogFormat::JsonLines:
        return jsonLine(entry);
    }
    Q_UNREACHABLE();
}

} // namespace

LogFormat logFormatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("csv"))
        return LogFormat::Csv;
    if (suffix == QLatin1String("jsonl") || suffix == QLatin1String("json") || suffix == QLatin1String("ndjson"))
        return LogFormat::JsonLines;
    return LogFormat::Text;
}

QByteArray exportedLines(LogFormat format, const std::vector<LogEntryPtr> &entries)
{
    QByteArray bytes = format == LogFormat::Csv ? QByteArray("time,level,service,text\r\n") : QByteArray();
    for (const LogEntryPtr &entry : entries)
        bytes += lineOf(format, *entry);
    return bytes;
}

} // namespace foghorn
