#include "app/desktop/desktop.h"
#include "app/desktop/firstpaint.h"
#include "core/process/descriptorlimit.h"
#include "ui/style/languages.h"

#include <QApplication>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string_view>

namespace {

int end(const foghorn::DesktopEnd &why)
{
    std::fprintf(why.exitCode == 0 ? stdout : stderr, "%s\n", why.text.toUtf8().constData());
    return why.exitCode;
}

/// UnixSignals reads them later. The display's own threads, which QApplication begins, must inherit that they are
/// blocked, or one of them would die of the signal and the program with it.
void holdBackSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, number);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

/// These must answer where there is no display too.
bool needsNoDisplay(std::string_view argument)
{
    return argument == "--help" || argument == "-h" || argument == "--version";
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace foghorn;
    const auto begun = std::chrono::steady_clock::now();
    raiseDescriptorLimit();
    if (std::any_of(argv + 1, argv + argc, needsNoDisplay)) {
        const QCoreApplication application(argc, argv);
        Languages languages;
        languages.choose({});
        const auto parsed = DesktopCommandLine::parse(QCoreApplication::arguments());
        if (const auto *why = std::get_if<DesktopEnd>(&parsed))
            return end(*why);
    }
    holdBackSignals();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("foghorn"));
    QApplication::setDesktopFileName(QStringLiteral("io.github.foghorn.Foghorn"));
    QApplication::setQuitOnLastWindowClosed(false);
    const auto parsed = DesktopCommandLine::parse(QApplication::arguments());
    if (const auto *why = std::get_if<DesktopEnd>(&parsed))
        return end(*why);
    const auto &options = std::get<DesktopOptions>(parsed);
    if (options.isMeasured)
        new FirstPaint(begun, application); // belongs to it
    Desktop desktop(options);
    QTimer::singleShot(0, &desktop, &Desktop::begin);
    return QApplication::exec();
}
