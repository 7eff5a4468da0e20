#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

namespace foghorn {

class Session;

/// One thing foghornctl can do.
struct Verb
{
    QString name;
    QString arguments; ///< for the usage line: "NAME…"; empty: none
    QString summary; ///< one line for the overview
    QString details; ///< further sentences of its own help; may be empty
    int fewest = 0; ///< arguments it needs
    int most = 0; ///< arguments it takes; -1: any number
    QList<QCommandLineOption> options;
    void (*run)(Session &) = nullptr; ///< starts the work; it ends with Session::finish()
};

/// All of them, in the order of the overview.
const QList<Verb> &allVerbs();

// The verbs' work, each in the file of its group.
void runStatus(Session &session);
void runHealth(Session &session);
void runCheckNow(Session &session);
void runGraph(Session &session);
void runStart(Session &session);
void runStop(Session &session);
void runRestart(Session &session);
void runResetFailed(Session &session);
void runShutdown(Session &session);
void runLogs(Session &session);
void runEvents(Session &session);
void runAlerts(Session &session);
void runAcknowledge(Session &session);
void runMute(Session &session);
void runMaintenance(Session &session);
void runWhy(Session &session);
void runCrash(Session &session);
void runMetrics(Session &session);
void runRegistry(Session &session);
void runReload(Session &session);
void runValidate(Session &session);
void runRotateTokens(Session &session);
void runWait(Session &session);

} // namespace foghorn
