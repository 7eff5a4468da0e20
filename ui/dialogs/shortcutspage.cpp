#include "ui/dialogs/shortcutspage.h"

#include "ui/dialogs/palettelist.h"
#include "ui/models/shortcutbook.h"
#include "ui/style/mnemonic.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

ShortcutsPage::ShortcutsPage(ShortcutBook &book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_find(new QLineEdit(this))
    , m_model(new PaletteModel(this))
    , m_list(new PaletteList(*m_model, this))
    , m_label(new QLabel(this))
    , m_edit(new QKeySequenceEdit(this))
    , m_clear(new QPushButton(tr("&No keys"), this))
    , m_reset(new QPushButton(tr("&Standard keys"), this))
    , m_resetAll(new QPushButton(tr("All to stan&dard"), this))
    , m_message(new QLabel(this))
    , m_take(new QPushButton(tr("&Take them"), this))
{
    build();
    connect(m_find, &QLineEdit::textChanged, this, &ShortcutsPage::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShortcutsPage::showChosen);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsPage::onEdited);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_book.setKeys(chosen(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_book.reset(chosen()); });
    connect(m_resetAll, &QPushButton::clicked, &book, &ShortcutBook::resetAll);
    connect(m_take, &QPushButton::clicked, this,
        [this] { m_book.setKeys(chosen(), QKeySequence(m_edit->keySequence()[0])); });
    connect(&book, &ShortcutBook::changed, this, [this] {
        fill();
        showChosen();
    });
    fill();
    search();
}

ShortcutsPage::~ShortcutsPage() = default;

void ShortcutsPage::build()
{
    m_find->setPlaceholderText(tr("Find an action"));
    m_find->setAccessibleName(tr("Find an action"));
    m_find->setClearButtonEnabled(true);
    m_list->setFocusPolicy(Qt::StrongFocus);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_edit->setAccessibleName(tr("New keys"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_edit);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *keys = new QHBoxLayout;
    keys->addWidget(m_edit, 1);
    keys->addWidget(m_clear);
    keys->addWidget(m_reset);
    auto *answer = new QHBoxLayout;
    answer->addWidget(m_message, 1);
    answer->addWidget(m_take);
    answer->addWidget(m_resetAll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_find);
    column->addWidget(m_list, 1);
    column->addWidget(m_label);
    column->addLayout(keys);
    column->addLayout(answer);
    m_take->hide();
}

QString ShortcutsPage::titleOf(int entry) const
{
    const QAction *action = m_book.entries().at(entry).action;
    return action ? withoutMnemonic(action->text()) : QString();
}

void ShortcutsPage::fill()
{
    QList<PaletteEntry> entries;
    for (int i = 0; i < m_book.entries().size(); ++i) {
        const ShortcutBook::Entry &known = m_book.entries().at(i);
        PaletteEntry entry;
        entry.title = titleOf(i);
        entry.note = m_book.isStandard(i) ? known.menu : tr("%1 · changed").arg(known.menu);
        if (known.action)
            entry.keys = known.action->shortcut().toString(QKeySequence::NativeText);
        entries.append(entry);
    }
    m_model->setEntries(entries); // the same actions in the same order: the rows stay
    m_list->viewport()->update();
}

void ShortcutsPage::search()
{
    m_model->setHits(rankEntries(m_model->entries(), m_find->text(), m_model->entries().size()));
    m_list->setCurrentIndex(m_model->index(0));
    showChosen();
}

int ShortcutsPage::chosen() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_model->hit(current.row()).entry : -1;
}

void ShortcutsPage::showChosen()
{
    const int entry = chosen();
    const bool isKnown = entry >= 0 && m_book.entries().at(entry).action;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_edit, m_clear, m_reset})
        widget->setEnabled(isKnown);
    //: %1 is an action
    m_label->setText(isKnown ? tr("&Keys for “%1”:").arg(titleOf(entry)) : tr("No action fits."));
    offer({}, false);
    const QSignalBlocker blocker(m_edit);
    m_edit->setKeySequence(isKnown ? m_book.entries().at(entry).action->shortcut() : QKeySequence());
    m_clear->setEnabled(isKnown && !m_edit->keySequence().isEmpty());
    m_reset->setEnabled(isKnown && !m_book.isStandard(entry));
}

void ShortcutsPage::onEdited()
{
    const int entry = chosen();
    if (entry < 0 || m_edit->keySequence().isEmpty())
        return;
    const QKeySequence keys(m_edit->keySequence()[0]); // the field takes up to four, one after the other
    const QString reason = ShortcutBook::whyNot(keys);
    if (!reason.isEmpty()) {
        offer(reason, false);
        return;
    }
    const int holder = m_book.holderOf(keys, entry);
    if (holder >= 0)
        //: %1 are keys, %2 an action
        offer(tr("%1 belongs to “%2”.").arg(keys.toString(QKeySequence::NativeText), titleOf(holder)), true);
    else
        m_book.setKeys(entry, keys);
}

void ShortcutsPage::offer(const QString &message, bool canTake)
{
    m_message->setText(message);
    m_take->setVisible(canTake);
}

QString ShortcutsPage::message() const { return m_message->text(); }

} // namespace foghorn
