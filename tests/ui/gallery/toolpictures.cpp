#include "tests/ui/gallery/toolpictures.h"

#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/commandpalette.h"
#include "ui/dialogs/preferences.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAction>
#include <QLineEdit>
#include <QTest>

namespace foghorn {

namespace {

void save(QWidget &widget, const QDir &folder, const QString &name)
{
    widget.grab().save(folder.filePath(name + QStringLiteral(".png")));
}

void trigger(const MainWindow &window, const QKeySequence &keys)
{
    const QList<QAction *> actions = window.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->shortcut() == keys)
            action->trigger();
    }
}

void savePalette(MainWindow &window, const QDir &folder, const QString &tone)
{
    trigger(window, QKeySequence(Qt::CTRL | Qt::Key_K));
    auto *palette = window.findChild<CommandPalette *>();
    save(*palette, folder, QStringLiteral("palette") + tone);
    palette->field().setText(QStringLiteral("co"));
    save(*palette, folder, QStringLiteral("palette-typed") + tone);
    palette->field().setText(QStringLiteral("fogc"));
    QTest::keyClick(&palette->field(), Qt::Key_Return);
    save(*palette, folder, QStringLiteral("palette-service") + tone);
    palette->close();
    delete palette; // the next picture asks for its own
}

void savePreferences(MainWindow &window, const QDir &folder, const QString &tone)
{
    trigger(window, QKeySequence(Qt::CTRL | Qt::Key_Comma));
    auto *preferences = window.findChild<Preferences *>();
    const QStringList pages{QStringLiteral("general"), QStringLiteral("appearance"), QStringLiteral("logs"),
        QStringLiteral("confirmations"), QStringLiteral("shortcuts")};
    for (int page = 0; page < pages.size(); ++page) {
        preferences->showPage(static_cast<Preferences::Page>(page));
        save(*preferences, folder, QStringLiteral("preferences-%1").arg(pages.at(page)) + tone);
    }
    delete preferences;
}

} // namespace

void saveTools(MainWindow &window, const QDir &folder, const QString &tone)
{
    savePalette(window, folder, tone);
    savePreferences(window, folder, tone);
    trigger(window, QKeySequence(Qt::CTRL | Qt::Key_Question));
    auto *keys = window.findChild<ShortcutsDialog *>();
    save(*keys, folder, QStringLiteral("keys") + tone);
    delete keys;
    AboutDialog about(&window);
    about.setAttribute(Qt::WA_DeleteOnClose, false);
    about.show();
    save(about, folder, QStringLiteral("about") + tone);
}

} // namespace foghorn
