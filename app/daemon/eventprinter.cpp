#include "app/daemon/eventprinter.h"

#include "core/base/names.h"
#include "core/json/eventsanswer.h"
#include "core/json/jsonwriter.h"
#include "core/model/words.h"

#include <cstdio>

namespace foghorn {
namespace {

void printLine(const QByteArray &line) { std::fprintf(stderr, "%s\n", line.constData()); }

} // namespace

EventPrinter::EventPrinter(const EventLog &events, LogFormat format, QObject *parent)
    : QObject(parent)
    , m_format(format)
{
    connect(&events, &EventLog::appended, this, [this](const Event &event) { printLine(line(event, m_format)); });
}

EventPrinter::~EventPrinter() = default;

QByteArray EventPrinter::line(const Event &event, LogFormat format)
{
    if (format == LogFormat::Json) {
        JsonWriter json;
        writeEvent(json, event);
        return json.take();
    }
    QString text = QString::fromLatin1(toRfc3339(event.at)) + u' ';
    text += event.message;
    if (!event.actor.isEmpty())
        text += QStringLiteral(" (") + event.actor + u')';
    return printable(text).toUtf8();
}

void printNotice(const QString &text, LogFormat format)
{
    if (format == LogFormat::Json) {
        JsonWriter json;
        json.beginObject().member(QLatin1String("message"), text).endObject();
        return printLine(json.take());
    }
    for (const QString &part : text.split(u'\n'))
        printLine("foghornd: " + printable(part).toUtf8());
}

} // namespace foghorn
