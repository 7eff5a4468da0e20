#include "ui/mainwindow/languagemenu.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/models/usersettings.h"
#include "ui/style/languages.h"

#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QStatusBar>
#include <QToolButton>

namespace foghorn {

namespace {

/// The name with an & before its first letter that none of the others uses.
QString withMnemonic(const QString &name, QString &used)
{
    for (qsizetype at = 0; at < name.size(); ++at) {
        const QChar letter = name.at(at).toLower();
        if (!letter.isLetter() || used.contains(letter))
            continue;
        used.append(letter);
        return QString(name).insert(at, u'&');
    }
    return name;
}

} // namespace

LanguageMenu::LanguageMenu(MainWindow &window, UserSettings &settings)
    : QObject(&window)
    , m_settings(settings)
    , m_menu(window.menu(MainWindow::Menu::View).addMenu(tr("Lan&guage")))
    , m_choices(new QActionGroup(this))
{
    m_menu->menuAction()->setStatusTip(tr("The language of this window"));
    QString used;
    add(withMnemonic(tr("As this computer"), used), tr("Speak the language of this computer"), QString());
    const QList<Languages::Language> languages = Languages::all();
    for (const Languages::Language &language : languages)
        //: %1 is a language, in its own words: English, Deutsch
        add(withMnemonic(language.name, used), tr("Speak %1").arg(language.name), language.code);
    addButton(window);
    showChosen();
    connect(&m_settings, &UserSettings::changed, this, &LanguageMenu::showChosen);
}

LanguageMenu::~LanguageMenu() = default;

void LanguageMenu::add(const QString &text, const QString &tip, const QString &code)
{
    QAction *action = m_choices->addAction(m_menu->addAction(text));
    action->setCheckable(true);
    action->setData(code);
    action->setStatusTip(tip);
    connect(action, &QAction::triggered, this,
        [this, code] { m_settings.setValue(LanguageKey, code.isEmpty() ? QVariant() : QVariant(code)); });
}

void LanguageMenu::addButton(MainWindow &window)
{
    const QString spoken = Languages::bestOf({QLocale().name()});
    auto *button = new QToolButton;
    button->setText(spoken.toUpper());
    //: %1 is a language, in its own words
    button->setAccessibleName(tr("Language: %1").arg(Languages::nameOf(spoken)));
    button->setToolTip(button->accessibleName());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMenu(m_menu);
    button->setPopupMode(QToolButton::InstantPopup);
    window.statusBar()->addPermanentWidget(button);
}

/// What is not in the list means the computer's language, as it does for Languages.
void LanguageMenu::showChosen()
{
    const QString chosen = m_settings.value(LanguageKey).toString();
    const QList<QAction *> choices = m_choices->actions();
    QAction *shown = choices.first();
    for (QAction *choice : choices) {
        if (choice->data().toString() == chosen)
            shown = choice;
    }
    shown->setChecked(true);
}

} // namespace foghorn
