#pragma once

#include "ui/dialogs/consequencedialog.h"

#include <QCoreApplication>

namespace foghorn {

class OperationModel;

/// Words for the question before a window that only watches a daemon turns away from what it has asked for there.
class LeaveQuestion
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::LeaveQuestion)
public:
    enum class Way { Disconnect, Connect, Close };

    /// At least one operation must be running. `from` is what the fleet is called, `to` the next one (Connect only);
    /// `breaksOff`: one of them is led by the window and ends with it.
    struct Leaving
    {
        Way way = Way::Disconnect;
        QString from;
        QString to;
        bool breaksOff = false;
    };
    static ConsequenceDialog::Content content(const Leaving &leaving, const OperationModel &operations);
};

} // namespace foghorn
