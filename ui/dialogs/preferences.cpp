#include "ui/dialogs/preferences.h"

#include "ui/dialogs/preferencepages.h"
#include "ui/dialogs/shortcutspage.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace foghorn {

Preferences::Preferences(UserSettings &settings, Theme &theme, ShortcutBook &shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setAccessibleName(tr("Groups of preferences"));
    m_list->setFrameShape(QFrame::NoFrame);
    addPage(Page::General, new GeneralPage(settings));
    addPage(Page::Appearance, new AppearancePage(settings, theme));
    addPage(Page::Logs, new LogsPage(settings));
    addPage(Page::Confirmations, new ConfirmationsPage(settings));
    addPage(Page::Shortcuts, new ShortcutsPage(shortcuts));
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const int line = fontMetrics().height();
    auto *row = new QHBoxLayout;
    row->setSpacing(line);
    row->addWidget(m_list);
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    m_list->setFocus();
    resize(QSize(line * 44, line * 30).boundedTo(screen()->availableSize()));
}

Preferences::~Preferences() = default;

QString Preferences::titleOf(Page page)
{
    switch (page) {
    case Page::General:
        return tr("General");
    case Page::Appearance:
        return tr("Appearance");
    case Page::Logs:
        return tr("Logs");
    case Page::Confirmations:
        return tr("Confirmations");
    case Page::Shortcuts:
        return tr("Shortcuts");
    }
    return {};
}

void Preferences::addPage(Page page, QWidget *contents)
{
    const QString title = titleOf(page);
    auto *item = new QListWidgetItem(title, m_list);
    const int line = fontMetrics().height();
    item->setSizeHint({0, line * 2});
    m_list->setFixedWidth(std::max(m_list->maximumWidth() == QWIDGETSIZE_MAX ? 0 : m_list->maximumWidth(),
        fontMetrics().horizontalAdvance(title) + line * 2));

    auto *heading = new QLabel(title);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.25);
    heading->setFont(large);
    auto *area = new QScrollArea; // large text on a small screen
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(contents);
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(line / 2);
    column->addWidget(heading);
    column->addWidget(area, 1);
    m_pages->addWidget(sheet);
}

void Preferences::showPage(Page page) { m_list->setCurrentRow(static_cast<int>(page)); }

} // namespace foghorn
