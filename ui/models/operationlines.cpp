#include "ui/models/operationlines.h"

#include "ui/models/operationwords.h"

namespace foghorn {

namespace {

using Counts = std::array<int, StepPhaseCount>;

int &at(Counts &counts, StepPhase phase) { return counts[static_cast<std::size_t>(phase)]; }

/// Steps of one layer, from `from` up to `to`.
struct Stretch
{
    std::size_t from = 0;
    std::size_t to = 0;
};

/// From then on it may be killed.
bool isStuck(const OperationStep &step, MonoTime now)
{
    return step.phase == StepPhase::Stopping && step.limit > 0ms && now - step.phaseSince >= step.limit / 2;
}

std::vector<Stretch> layersOf(const Operation &operation)
{
    std::vector<Stretch> layers;
    for (std::size_t i = 0; i < operation.steps.size(); ++i) {
        if (i == 0 || operation.steps[i].layer != operation.steps[i - 1].layer)
            layers.push_back({i, i});
        layers.back().to = i + 1;
    }
    return layers;
}

OperationLine singly(const Operation &operation, Stretch stretch, const ServiceRegistry &registry, MonoTime now)
{
    OperationLine line;
    for (std::size_t i = stretch.from; i < stretch.to; ++i) {
        const OperationStep &step = operation.steps[i];
        if (step.phase == StepPhase::Failed)
            line.failed.append(step.service);
        else if (isStuck(step, now))
            line.stuck.append(step.service);
        else
            line.cells.append({OperationWords::look(step.phase, operation.kind),
                OperationWords::step(step, operation.waitsFor(step, registry), now)});
    }
    return line;
}

QList<StepCell> cellsOf(const Counts &counts, OperationKind kind)
{
    QList<StepCell> cells;
    for (const StepPhase phase : {StepPhase::Done, StepPhase::Failed, StepPhase::Checking, StepPhase::Starting,
             StepPhase::Stopping, StepPhase::Skipped, StepPhase::Waiting}) {
        Counts one{};
        at(one, phase) = counts[static_cast<std::size_t>(phase)];
        if (at(one, phase) > 0)
            cells.append({OperationWords::look(phase, kind), OperationWords::counts(one)});
    }
    return cells;
}

/// The counts of a layer; whoever needs a person is taken out of them while there is room to show them singly.
Counts countsOf(const Operation &operation, Stretch stretch, OperationLine &line, int &room, MonoTime now)
{
    Counts counts{};
    for (std::size_t i = stretch.from; i < stretch.to; ++i) {
        const OperationStep &step = operation.steps[i];
        const bool hasFailed = step.phase == StepPhase::Failed;
        if (room > 0 && (hasFailed || isStuck(step, now))) {
            (hasFailed ? line.failed : line.stuck).append(step.service);
            --room;
        } else {
            ++at(counts, step.phase == StepPhase::Queued ? StepPhase::Waiting : step.phase);
        }
    }
    return counts;
}

bool isAll(const Counts &counts, StepPhase phase)
{
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if ((counts[i] > 0) != (i == static_cast<std::size_t>(phase)))
            return false;
    }
    return true;
}

QList<OperationLine> asNumbers(const Operation &operation, MonoTime now)
{
    QList<OperationLine> lines;
    Counts together{}; // of the last line
    int room = MostSingleFailures;
    for (const Stretch stretch : layersOf(operation)) {
        const int layer = operation.steps[stretch.from].layer;
        OperationLine line{layer, layer, {}, {}, {}};
        const Counts counts = countsOf(operation, stretch, line, room, now);
        const auto alike = [&](StepPhase phase) { return isAll(counts, phase) && isAll(together, phase); };
        const bool isMore = !lines.isEmpty() && !line.hasSingles() && !lines.constLast().hasSingles()
            && (alike(StepPhase::Done) || alike(StepPhase::Waiting));
        if (isMore) {
            for (std::size_t i = 0; i < counts.size(); ++i)
                together[i] += counts[i];
            lines.last().lastLayer = layer;
        } else {
            together = counts;
            lines.append(line);
        }
        lines.last().cells = cellsOf(together, operation.kind);
    }
    return lines;
}

} // namespace

QList<OperationLine> linesOf(const Operation &operation, const ServiceRegistry &registry, MonoTime now)
{
    if (operation.total() > MostSingleSteps)
        return asNumbers(operation, now);
    QList<OperationLine> lines;
    for (const Stretch stretch : layersOf(operation)) {
        OperationLine line = singly(operation, stretch, registry, now);
        line.firstLayer = line.lastLayer = operation.steps[stretch.from].layer;
        lines.append(line);
    }
    return lines;
}

} // namespace foghorn
