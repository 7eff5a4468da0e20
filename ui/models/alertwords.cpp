#include "ui/models/alertwords.h"

#include "ui/style/isolated.h"

#include "core/base/names.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace foghorn {

namespace {

struct AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::AlertWords)
};

constexpr qsizetype LongestMessage = 500;

/// The figures in the daemon's sentence (core/alerts); empty where it is another one.
QStringList figuresIn(const QString &claim, const char *pattern)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
    const QRegularExpressionMatch match = whole.match(claim);
    return match.hasMatch() ? match.capturedTexts() : QStringList();
}

QString withFigures(const QString &claim, const QString &name)
{
    if (const QStringList f = figuresIn(claim, "answers its checks in (.+), usually in (.+)"); !f.isEmpty())
        //: %1 is a service, %2 and %3 are durations
        return AlertWords::tr("%1 answers its checks in %2, usually in %3").arg(name, f.at(1), f.at(2));
    if (const QStringList f = figuresIn(claim, "has been degraded for ([^:]+)"); !f.isEmpty())
        //: %1 is a service, %2 a duration
        return AlertWords::tr("%1 has been degraded for %2").arg(name, f.at(1));
    if (const QStringList f = figuresIn(claim, "has failed: all (\\d+) automatic restarts are used up"); !f.isEmpty())
        //: %1 is a service, %2 a number
        return AlertWords::tr("%1 has failed: %2 of %2 automatic restarts are used up").arg(name, f.at(1));
    return {};
}

QString claimWords(const QString &claim, const QString &name)
{
    if (claim == u"is unhealthy")
        return AlertWords::tr("%1 is unhealthy").arg(name);
    if (claim == u"has failed")
        return AlertWords::tr("%1 has failed").arg(name);
    if (claim == u"does not come up")
        return AlertWords::tr("%1 does not come up").arg(name);
    if (claim == u"did not send its heartbeat in time")
        return AlertWords::tr("%1 did not send its heartbeat in time").arg(name);
    if (claim == u"goes up and down again and again")
        return AlertWords::tr("%1 goes up and down again and again").arg(name);
    if (claim == u"was stopped because a service that it requires was lost; start it again")
        return AlertWords::tr("%1 was stopped because a service that it requires was lost; start it again").arg(name);
    return withFigures(claim, name);
}

QString machineWords(const QString &message)
{
    const QStringList figures =
        figuresIn(message, "The disk of the state directory is nearly full: (.+) are free, (.+) should be");
    return figures.isEmpty()
        ? QString()
        //: %1 and %2 are sizes, as 212 MB
        : AlertWords::tr("The disk of the state directory is nearly full: %1 are free, %2 should be")
              .arg(figures.at(1), figures.at(2));
}

} // namespace

QString alertWords(const Alert &alert)
{
    const QString message = printable(alert.message.left(LongestMessage));
    if (alert.service.isEmpty()) {
        const QString words = machineWords(message);
        return words.isEmpty() ? message : words;
    }
    const QString start = printable(alert.service) + u' ';
    if (!message.startsWith(start))
        return message;
    const QString name = isolated(alert.service);
    // A claim may hold ": " itself, and so may the reason after it.
    for (qsizetype end = message.size(); end > 0; end = message.lastIndexOf(QLatin1String(": "), end - 1)) {
        const QString words = claimWords(message.mid(start.size(), end - start.size()), name);
        if (!words.isEmpty())
            return end == message.size() ? words
                                         : QString(words + QLatin1String(": ") + isolated(message.mid(end + 2)));
    }
    return message;
}

} // namespace foghorn
