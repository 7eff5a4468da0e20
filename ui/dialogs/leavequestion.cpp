#include "ui/dialogs/leavequestion.h"

#include "ui/models/operationmodel.h"
#include "ui/style/wording.h"

namespace foghorn {

namespace {

QList<QString> titlesOf(const OperationModel &operations)
{
    QList<QString> titles;
    for (const Operation &operation : operations.operations()) {
        if (operation.isRunning())
            titles.append(operation.title);
    }
    return titles;
}

} // namespace

ConsequenceDialog::Content LeaveQuestion::content(const Leaving &leaving, const OperationModel &operations)
{
    ConsequenceDialog::Content content;
    switch (leaving.way) {
    case Way::Disconnect:
        content.title = tr("Disconnect from %1?").arg(leaving.from);
        content.verb = tr("&Disconnect");
        break;
    case Way::Connect:
        content.title = tr("Go to %1?").arg(leaving.to);
        content.verb = tr("Co&nnect");
        break;
    case Way::Close:
        content.title = tr("Close the window on %1?").arg(leaving.from);
        content.verb = tr("&Close the window");
        break;
    }
    const QList<QString> titles = titlesOf(operations);
    //: %1 is a list of operations under way: "Start all on “local”"
    content.introduction = tr("%1: still under way.").arg(Wording::list(titles)) + u' '
        + (leaving.breaksOff
                ? tr("Restart all is led by this window. Without it services that are down by then stay down.")
                : tr("%1 goes on with it, but nobody here sees how it ends.").arg(leaving.from));
    return content;
}

} // namespace foghorn
