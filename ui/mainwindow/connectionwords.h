#pragma once

#include "ui/style/statelook.h"

#include "core/registry/connectionboard.h"

#include <QCoreApplication>

namespace foghorn {

/// What people read about the connection. Pure but for the translation; `now` and `heardAt` are times of this machine.
class ConnectionWords
{
    Q_DECLARE_TR_FUNCTIONS(foghorn::ConnectionWords)
public:
    /// For the status bar: "local", "edge-7:7464 · 12 s old".
    static QString chip(const ConnectionState &connection, WallTime heardAt, WallTime now);
    static StateLook look(const ConnectionState &connection);
    /// Above the pages while it is tried again: when it was lost, when the next try comes, how old what is shown is.
    static QString lost(const ConnectionState &connection, WallTime heardAt, WallTime now);
    /// In the place of the pages while there is nothing to show.
    static QString title(const ConnectionState &connection);
    static QString explanation(const ConnectionState &connection, WallTime now);
    /// Of the certificate that was shown: one line each; empty: there was no trouble with it.
    static QString details(const ConnectionState &connection);
    /// Why nothing can be asked of services; empty: it can.
    static QString whyBlocked(const ConnectionState &connection);
};

} // namespace foghorn
