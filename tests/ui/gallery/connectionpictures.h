#pragma once

#include "tests/ui/support/fakedesk.h"
#include "tests/ui/support/fakeroom.h"

#include <QDir>

#include <memory>

namespace foghorn {

class MainWindow;
class Theme;

/// A window on a daemon in every state of its connection, and the dialog that leads there.
class ConnectionPictures
{
public:
    ConnectionPictures(Theme &theme, QDir folder);
    ~ConnectionPictures();
    Q_DISABLE_COPY_MOVE(ConnectionPictures)

    /// `tone` ends the files' names.
    void save(const QString &tone);

private:
    void saveStates(const QString &tone);
    void saveDialog(const QString &tone);
    void saveTray(const QString &tone);
    void picture(const QString &name, const QString &tone, ConnectionState state);

    Theme &m_theme;
    const QDir m_folder;
    FakeRoom m_room;
    FakeDesk m_desk;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace foghorn
