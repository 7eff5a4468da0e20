#include "ui/dialogs/preferencepages.h"

#include "ui/models/settingkeys.h"
#include "ui/models/usersettings.h"
#include "ui/style/languages.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace foghorn {

namespace {

QFormLayout *formFor(QWidget &page)
{
    auto *form = new QFormLayout(&page);
    const int line = page.fontMetrics().height();
    form->setContentsMargins(0, line / 2, 0, 0);
    form->setHorizontalSpacing(line);
    form->setVerticalSpacing(line / 2);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    return form;
}

void addHint(QFormLayout &form, const QString &text)
{
    auto *hint = new QLabel(text);
    hint->setWordWrap(true);
    hint->setTextFormat(Qt::PlainText);
    form.addRow(hint);
}

struct Choice
{
    QVariant value;
    QString text;
};

/// A box that shows what `key` holds, the first choice when that is none of them, and writes what is chosen.
QComboBox *choiceOf(UserSettings &settings, const QString &key, const QList<Choice> &choices)
{
    auto *box = new QComboBox;
    for (const Choice &choice : choices)
        box->addItem(choice.text, choice.value);
    const auto follow = [box, &settings, key] {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(std::max(0, box->findData(settings.value(key).toString())));
    };
    follow();
    QObject::connect(box, &QComboBox::activated, box,
        [box, &settings, key](int index) { settings.setValue(key, box->itemData(index)); });
    QObject::connect(&settings, &UserSettings::changed, box, [follow, key](const QString &changed) {
        if (changed == key)
            follow();
    });
    return box;
}

QList<Choice> languageChoices()
{
    QList<Choice> choices{{QString(), GeneralPage::tr("As the computer")}};
    const QList<Languages::Language> all = Languages::all();
    for (const Languages::Language &language : all)
        choices.append({language.code, language.name});
    return choices;
}

} // namespace

GeneralPage::GeneralPage(UserSettings &settings, QWidget *parent)
    : QWidget(parent)
{
    QFormLayout *form = formFor(*this);
    form->addRow(tr("&Language:"), choiceOf(settings, LanguageKey, languageChoices()));
    form->addRow(tr("&Times:"),
        choiceOf(settings, UtcKey,
            {{QStringLiteral("false"), tr("Of this computer's time zone")}, {QStringLiteral("true"), tr("UTC")}}));
    addHint(*form, tr("Exports always carry times with their zone."));
}

GeneralPage::~GeneralPage() = default;

AppearancePage::AppearancePage(UserSettings &settings, Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    QFormLayout *form = formFor(*this);
    form->addRow(tr("&Colours:"), buildModes(theme));
    form->addRow(tr("Size of &text:"), buildTextSize(theme));
    form->addRow(tr("&Rows of tables:"),
        choiceOf(settings, RowsKey,
            {{QStringLiteral("compact"), tr("Compact")}, {QStringLiteral("comfortable"), tr("Comfortable")}}));
    addHint(*form, tr("High contrast shows states by outline, height and word alone."));
}

AppearancePage::~AppearancePage() = default;

QComboBox *AppearancePage::buildModes(Theme &theme)
{
    auto *box = new QComboBox;
    using Mode = Theme::Mode;
    const auto add = [box](const QString &text, Mode mode) { box->addItem(text, static_cast<int>(mode)); };
    add(tr("As the desktop"), Mode::System);
    add(tr("Light"), Mode::Light);
    add(tr("Dark"), Mode::Dark);
    add(tr("High contrast"), Mode::HighContrast);
    const auto follow = [box, &theme] {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(box->findData(static_cast<int>(theme.mode())));
    };
    follow();
    connect(&theme, &Theme::modeChanged, box, follow);
    connect(box, &QComboBox::activated, box,
        [box, &theme](int index) { theme.setMode(static_cast<Mode>(box->itemData(index).toInt())); });
    return box;
}

QSpinBox *AppearancePage::buildTextSize(Theme &theme)
{
    auto *size = new QSpinBox;
    size->setRange(Theme::SmallestText, Theme::LargestText);
    size->setSingleStep(10);
    //: behind a number: percent
    size->setSuffix(tr(" %"));
    size->setKeyboardTracking(false); // not for each digit
    const auto follow = [size, &theme] {
        const QSignalBlocker blocker(size);
        size->setValue(theme.textSize());
    };
    follow();
    connect(&theme, &Theme::textSizeChanged, size, follow);
    connect(size, &QSpinBox::valueChanged, size, [&theme](int percent) { theme.setTextSize(percent); });
    return size;
}

LogsPage::LogsPage(UserSettings &settings, QWidget *parent)
    : QWidget(parent)
{
    QFormLayout *form = formFor(*this);
    const auto lines = [](const char *number, int count) {
        return Choice{QString::fromLatin1(number), tr("%1 lines").arg(QLocale().toString(count))};
    };
    form->addRow(tr("&Keep at most:"),
        choiceOf(settings, LogLinesKey,
            {lines("100000", 100'000), lines("10000", 10'000), lines("30000", 30'000), lines("300000", 300'000)}));
    addHint(
        *form, tr("Beyond that the Logs page lets go of the oldest lines. The log files of the services keep them."));
}

LogsPage::~LogsPage() = default;

} // namespace foghorn
