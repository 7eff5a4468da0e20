#include "ui/dialogs/consequences.h"
#include "ui/dialogs/preferencepages.h"
#include "ui/models/settingkeys.h"
#include "ui/models/usersettings.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace foghorn {

ConfirmationsPage::ConfirmationsPage(UserSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_text(new QLabel)
    , m_list(new QListWidget)
    , m_one(new QPushButton(tr("Ask &again")))
    , m_all(new QPushButton(tr("Ask a&ll again")))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_list->setAccessibleName(tr("What is not asked any more"));
    m_list->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_one);
    buttons->addWidget(m_all);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_one, &QPushButton::clicked, this, [this] { askAgain(false); });
    connect(m_all, &QPushButton::clicked, this, [this] { askAgain(true); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_one->setEnabled(row >= 0); });
    connect(&settings, &UserSettings::changed, this, [this](const QString &key) {
        if (key.startsWith(ConfirmGroup + QLatin1Char('/')))
            fill();
    });
    fill();
}

ConfirmationsPage::~ConfirmationsPage() = default;

void ConfirmationsPage::fill()
{
    m_list->clear();
    const QStringList keys = m_settings.keysIn(ConfirmGroup);
    for (const QString &key : keys) {
        const QString text = Consequences::describeKey(key);
        if (text.isEmpty() || !m_settings.value(ConfirmGroup + QLatin1Char('/') + key).toBool())
            continue; // of another version, or edited
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, key);
    }
    const bool any = m_list->count() > 0;
    m_text->setText(any ? tr("Foghorn does this without asking, because you said so:")
                        : tr("Foghorn asks before everything that affects other services. What you answer with “Do not "
                             "ask again” will be listed here."));
    m_list->setVisible(any);
    m_one->setVisible(any);
    m_all->setVisible(any);
    if (any)
        m_list->setCurrentRow(0);
}

void ConfirmationsPage::askAgain(bool all)
{
    QStringList keys;
    for (int row = 0; row < m_list->count(); ++row) {
        if (all || row == m_list->currentRow())
            keys.append(m_list->item(row)->data(Qt::UserRole).toString());
    }
    for (const QString &key : std::as_const(keys))
        m_settings.setValue(ConfirmGroup + QLatin1Char('/') + key, {});
}

} // namespace foghorn
