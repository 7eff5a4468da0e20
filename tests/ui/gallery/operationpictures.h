#pragma once

#include "tests/ui/support/fakeroom.h"

#include <QDir>

#include <functional>
#include <memory>

namespace foghorn {

class MainWindow;
class Theme;

/// Pictures of long work: a start of ten with one that fails, one of many, what is asked before, what a reload says.
class OperationPictures final
{
public:
    OperationPictures(Theme &theme, const QDir &folder, int services);
    ~OperationPictures();

    /// To be done one by one, with some turns of the event loop between them. `tone` ends the files' names.
    QList<std::function<void()>> steps(const QString &tone);

private:
    void open();
    void begin();
    void goOn();
    void goOnWithMany();
    void end();
    void done(const ServiceId &service, std::chrono::milliseconds took);
    void fail(const ServiceId &service, const QString &reason);
    void saveDialogs(const QString &tone);
    void save(QWidget &widget, const QString &name) const;

    Theme &m_theme;
    const QDir m_folder;
    const int m_services;
    std::unique_ptr<FakeRoom> m_room;
    std::unique_ptr<MainWindow> m_window;
    std::chrono::milliseconds m_later{0}; ///< the operations' clock is so far ahead
};

} // namespace foghorn
