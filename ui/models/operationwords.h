#pragma once

#include "ui/models/operationmodel.h"
#include "ui/style/statelook.h"

#include <QCoreApplication>

namespace foghorn {

/// What people read about operations. Pure but for the translation.
class OperationWords
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::OperationWords)
public:
    /// "Start all on “local”"; for some services "Stop onion and p2p on “local”".
    static QString title(OperationKind kind, const QList<ServiceId> &services, const QString &fleet);
    static QString titleOfAll(OperationKind kind, const QString &fleet);
    /// "6 of 10 done, 1 failed · 8 s"
    static QString progress(const Operation &operation, MonoTime now);
    /// "onion — waiting for p2p", "dao 1.2 s"
    static QString step(const OperationStep &step, const QList<ServiceId> &waitsFor, MonoTime now);
    /// "onion failed: exit 1"
    static QString failure(const OperationStep &step);
    /// "Layer 2 is done: 12 of 13"
    static QString layerDone(int layer, int done, int total);
    /// "12 done · 3 starting · 1 failed"; leaves out what there is none of.
    static QString counts(const std::array<int, StepPhaseCount> &counts);
    static StateLook look(StepPhase phase, OperationKind kind);
    /// The glyph of the whole: how it goes, or how it went.
    static StateLook look(const Operation &operation);
    /// "1 operation running"
    static QString running(int count);
    /// "6 of 10 done", of all under way that are of several services; empty: none is.
    static QString goingOn(const OperationModel &model);

private:
    static QString countOf(StepPhase phase, int count);
};

} // namespace foghorn
