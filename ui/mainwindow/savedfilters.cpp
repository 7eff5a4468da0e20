#include "ui/mainwindow/savedfilters.h"

#include "ui/mainwindow/filterlinks.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/panels/servicepanel.h"
#include "ui/panels/statusfilters.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

namespace foghorn {

namespace {

constexpr qsizetype Digits = 9; ///< so many have a digit as their mnemonic

QString textOf(const FilterBook::Kept &filter, qsizetype place)
{
    const QString name = QString(filter.name).replace(u'&', QStringLiteral("&&"));
    //: %1 is a digit, %2 the name of a filter
    return place < Digits ? SavedFilters::tr("&%1 %2").arg(place + 1).arg(name) : name;
}

} // namespace

SavedFilters::SavedFilters(MainWindow &window, FilterLinks &links, UserSettings &settings)
    : QObject(&window)
    , m_window(window)
    , m_links(links)
    , m_book(settings)
    , m_menu(window.menu(MainWindow::Menu::View).addMenu(tr("Sa&ved filters")))
    , m_forget(new QMenu(tr("&Forget"), &window))
    , m_save(new QAction(tr("&Save filter…"), this))
{
    m_menu->menuAction()->setStatusTip(tr("Filters of the services that you gave names"));
    m_forget->menuAction()->setStatusTip(tr("Take a name from the list"));
    connect(m_save, &QAction::triggered, this, &SavedFilters::askForName);
    connect(&m_book, &FilterBook::changed, this, &SavedFilters::fill);
    connect(&window.servicePanel(), &ServicePanel::filterTextChanged, this, &SavedFilters::update);
    connect(&links.filters(), &StatusFilters::savedWanted, this, &SavedFilters::showByName);
    fill();
}

SavedFilters::~SavedFilters() = default;

void SavedFilters::fill()
{
    m_menu->clear();
    m_forget->clear();
    m_menu->addAction(m_save);
    const QList<FilterBook::Kept> &filters = m_book.filters();
    QStringList names;
    for (qsizetype i = 0; i < filters.size(); ++i) {
        const FilterBook::Kept &filter = filters.at(i);
        names.append(filter.name);
        if (i == 0)
            m_menu->addSeparator();
        QAction *show = m_menu->addAction(textOf(filter, i), this, [this, name = filter.name] { showByName(name); });
        show->setStatusTip(tr("Show the services that %1 lets through").arg(filter.text));
        QAction *forget = m_forget->addAction(textOf(filter, i));
        forget->setStatusTip(tr("Forget the filter %1").arg(filter.name));
        // Queued: the menu that is filled anew holds the action.
        connect(
            forget, &QAction::triggered, this, [this, name = filter.name] { m_book.forget(name); },
            Qt::QueuedConnection);
    }
    m_menu->addSeparator();
    m_menu->addMenu(m_forget);
    m_forget->menuAction()->setEnabled(!filters.isEmpty());
    m_links.filters().setSaved(names);
    update();
}

void SavedFilters::update()
{
    const QString text = m_window.servicePanel().filterText();
    const bool isEmpty = text.trimmed().isEmpty();
    m_save->setEnabled(!isEmpty);
    m_save->setStatusTip(isEmpty ? tr("There is no filter to save: type one above the services")
                                 : tr("Keep the filter %1 under a name").arg(text.left(80)));
    m_links.filters().setSavedShown(m_book.nameOf(text));
}

void SavedFilters::askForName()
{
    const QString text = m_window.servicePanel().filterText();
    auto *dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save filter"));
    dialog->setLabelText(tr("Name of the filter “%1”:").arg(text.left(80)));
    dialog->setTextValue(m_book.nameOf(text));
    dialog->setOkButtonText(tr("&Save"));
    if (auto *field = dialog->findChild<QLineEdit *>()) {
        field->setMaxLength(static_cast<int>(FilterBook::LongestName));
        field->setAccessibleName(tr("Name of the filter"));
    }
    connect(dialog, &QInputDialog::textValueSelected, this, [this, text](const QString &name) {
        if (m_book.keep(name, text))
            m_window.showSuccess(tr("The filter is kept as %1").arg(m_book.nameOf(text)));
        else
            m_window.showProblem(tr("The filter was not kept: it needs a name, and no more than %1 are kept.")
                                     .arg(FilterBook::MostKept));
    });
    dialog->open();
}

void SavedFilters::showByName(const QString &name)
{
    for (const FilterBook::Kept &filter : m_book.filters()) {
        if (filter.name == name) {
            m_links.filterBy(QString(filter.text));
            return;
        }
    }
}

} // namespace foghorn
