#include "app/ctl/session.h"

#include <QCoreApplication>

using namespace foghorn;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const Console console;
    const Result<CommandLine> line = readCommandLine(QCoreApplication::arguments().mid(1));
    if (!line) {
        console.complain(line.error().text);
        return static_cast<int>(ExitCode::Usage);
    }
    if (!line.value().toShow.isEmpty()) {
        console.line(line.value().toShow);
        return static_cast<int>(ExitCode::Done);
    }
    // Two verbs look for themselves: validate needs nobody, wait goes on looking.
    const bool looksItself = line.value().verb->run == runValidate || line.value().verb->run == runWait;
    const Result<ApiTarget> target = looksItself ? ApiTarget{} : discover(line.value().wish, defaultStateRoot());
    if (!target) {
        console.complain(target.error().text);
        return static_cast<int>(ExitCode::NoConnection);
    }
    Session session(line.value(), target.value());
    line.value().verb->run(session);
    const int code = QCoreApplication::exec();
    if (code == static_cast<int>(ExitCode::Done) && !console.isWritten()) {
        console.complain(QStringLiteral("cannot write the result to stdout"));
        return static_cast<int>(ExitCode::Failed);
    }
    return code;
}
