#include "ui/mainwindow/actionreason.h"

#include <QAction>
#include <QCoreApplication>

namespace foghorn {

void explain(QAction &action, const QString &tip, const QString &reason, const QString &hint)
{
    action.setEnabled(reason.isEmpty());
    if (!reason.isEmpty()) {
        action.setToolTip(reason);
        action.setStatusTip(reason);
        return;
    }
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    const QString named = key.isEmpty() ? tip
                                        //: what an action does, its key
                                        : QCoreApplication::translate("foghorn::ActionReason", "%1 (%2)").arg(tip, key);
    //: what an action does: what else it does now
    const QString both = QCoreApplication::translate("foghorn::ActionReason", "%1: %2");
    action.setToolTip(hint.isEmpty() ? named : both.arg(named, hint));
    action.setStatusTip(hint.isEmpty() ? tip : both.arg(tip, hint));
}

} // namespace foghorn
