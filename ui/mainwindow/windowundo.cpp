#include "ui/mainwindow/windowundo.h"

#include "ui/panels/alertactions.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/serviceview.h"

#include <QDeadlineTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QUndoCommand>

#include <chrono>
#include <functional>

namespace foghorn {

using namespace std::chrono_literals;

namespace {

constexpr int MostSteps = 100;
constexpr auto Burst = 1500ms; ///< letters that come this fast are one change

/// A change that was made already when it is pushed: the first redo does nothing.
class Change : public QUndoCommand
{
public:
    using Apply = std::function<void(bool again)>; ///< true: do it again; false: take it back

    Change(const QString &text, Apply apply)
        : QUndoCommand(text)
        , m_apply(std::move(apply))
    {
    }
    void undo() override { m_apply(false); }
    void redo() override
    {
        if (std::exchange(m_isDone, false))
            return;
        m_apply(true);
    }

private:
    Apply m_apply;
    bool m_isDone = true;
};

/// Typing in the filter; letters that follow each other soon are taken back together.
class FilterChange final : public QUndoCommand
{
public:
    using Set = std::function<void(const QString &)>;
    struct Texts
    {
        QString before;
        QString after;
    };

    FilterChange(const QString &text, Texts texts, Set set)
        : QUndoCommand(text)
        , m_texts(std::move(texts))
        , m_set(std::move(set))
        , m_burst(Burst)
    {
    }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *other = static_cast<const FilterChange *>(next); // of the same id
        if (m_burst.hasExpired())
            return false;
        m_texts.after = other->m_texts.after;
        m_burst = other->m_burst;
        return true;
    }
    void undo() override { m_set(m_texts.before); }
    void redo() override { m_set(m_texts.after); }

private:
    Texts m_texts;
    Set m_set;
    QDeadlineTimer m_burst;
};

/// What was left of an earlier mute; 0: it was not muted.
std::chrono::minutes leftOfMute(const Alert &alert, WallTime now)
{
    if (!alert.mutedUntil || *alert.mutedUntil <= now)
        return 0min;
    return std::chrono::ceil<std::chrono::minutes>(*alert.mutedUntil - now);
}

QStringList withoutWidths(QStringList columns)
{
    for (QString &column : columns) {
        if (!column.startsWith(QLatin1String("sort ")))
            column = column.section(QLatin1Char(' '), 0, 0) + QLatin1String(" 0");
    }
    return columns;
}

} // namespace

WindowUndo::WindowUndo(WindowMemory &memory, ServicePanel &services, AlertActions &alerts, QObject *parent)
    : QObject(parent)
    , m_memory(memory)
    , m_services(services)
    , m_filter(services.filterField().text())
    , m_columns(withoutWidths(memory.layout().columns))
{
    m_stack.setUndoLimit(MostSteps);
    m_columnsSettled.setSingleShot(true);
    connect(&m_columnsSettled, &QTimer::timeout, this, &WindowUndo::onColumnsChanged);
    connect(&services.filterField(), &QLineEdit::textChanged, this, &WindowUndo::onFilterChanged);
    const QHeaderView *header = services.view().horizontalHeader();
    const auto settle = [this] { m_columnsSettled.start(); };
    connect(header, &QHeaderView::sectionMoved, this, settle);
    connect(header, &QHeaderView::sortIndicatorChanged, this, settle);
    connect(header, &QHeaderView::sectionResized, this, settle); // hidden is no width
    watchAlerts(alerts);
}

WindowUndo::~WindowUndo() = default;

void WindowUndo::onFilterChanged(const QString &text)
{
    const QString before = std::exchange(m_filter, text);
    if (m_isReplaying)
        return;
    const QScopedValueRollback guard(m_isReplaying, true); // pushing does it once more, to no effect
    m_stack.push(new FilterChange(tr("filter"), {before, text}, [this](const QString &wanted) {
        const QScopedValueRollback inner(m_isReplaying, true);
        m_services.filterField().setText(wanted);
    }));
}

void WindowUndo::onColumnsChanged()
{
    const QStringList now = withoutWidths(m_memory.layout().columns);
    const QStringList before = std::exchange(m_columns, now);
    if (before == now || m_isReplaying)
        return;
    m_stack.push(new Change(tr("columns"), [this, before, now](bool again) {
        m_columns = again ? now : before;
        m_memory.setLayout({{}, m_columns});
    }));
}

void WindowUndo::watchAlerts(AlertActions &alerts)
{
    connect(&alerts, &AlertActions::seenMarked, this, [this, &alerts](const QList<Alert> &marked, bool seen) {
        m_stack.push(new Change(
            tr("mark as seen"), [&alerts, marked, seen](bool again) { alerts.setSeen(marked, again ? seen : !seen); }));
    });
    connect(&alerts, &AlertActions::muteChosen, this,
        [this, &alerts](const QList<Alert> &muted, std::chrono::minutes time) {
            m_stack.push(new Change(tr("mute"), [&alerts, muted, time](bool again) {
                if (again)
                    return alerts.setMute(muted, time);
                for (const Alert &alert : muted)
                    alerts.setMute({alert}, leftOfMute(alert, Now::read().wall));
            }));
        });
}

void WindowUndo::resetLayout()
{
    const WindowMemory::Layout before = m_memory.layout();
    m_memory.setLayout(m_memory.standardLayout());
    m_columns = withoutWidths(m_memory.layout().columns);
    m_stack.push(new Change(tr("reset layout"), [this, before](bool again) {
        m_memory.setLayout(again ? m_memory.standardLayout() : before);
        m_columns = withoutWidths(m_memory.layout().columns);
    }));
}

} // namespace foghorn
