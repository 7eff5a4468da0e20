#include "ui/dialogs/consequencedialog.h"

#include "ui/dialogs/roomybutton.h"
#include "ui/style/stateglyph.h"
#include "ui/style/statepalette.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace foghorn {

namespace {

constexpr qsizetype MostLines = 12;

/// With places to break in words that no dialog has room for.
QString breakable(QString text)
{
    constexpr qsizetype longestWord = 60;
    for (qsizetype at = 0, word = 0; at < text.size(); ++at) {
        word = text.at(at).isSpace() ? 0 : word + 1;
        if (word % longestWord == longestWord - 1)
            text.insert(++at, QChar(0x200b)); // zero width space
    }
    return text;
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(breakable(text), parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ConsequenceDialog::ConsequenceDialog(const Content &content, QWidget *parent)
    : QDialog(parent)
    , m_content(content)
{
    setWindowTitle(content.title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *layout = new QVBoxLayout(this);
    const int gap = fontMetrics().height();
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap * 3 / 4);
    addTexts();
    addLines();
    if (!content.duration.isEmpty())
        layout->addWidget(plainLabel(content.duration, this));
    if (!content.doNotAsk.isEmpty()) {
        m_doNotAsk = new QCheckBox(content.doNotAsk, this);
        layout->addWidget(m_doNotAsk);
    }
    addButtons();
    setAccessibleDescription(plainText());
    const int width = layout->totalSizeHint().width();
    const int height = layout->totalHeightForWidth(width); // a layout asks wrapped lines for less than they need
    setMinimumSize(width, height);
    resize(width, height);
}

ConsequenceDialog::~ConsequenceDialog() = default;

bool ConsequenceDialog::isSparedFromNowOn() const { return m_doNotAsk && m_doNotAsk->isChecked(); }

void ConsequenceDialog::addTexts()
{
    QLabel *title = plainLabel(m_content.title, this);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    title->setFont(large);
    title->setWordWrap(true);
    layout()->addWidget(title);
    QLabel *introduction = plainLabel(m_content.introduction, this);
    introduction->setWordWrap(true);
    introduction->setMinimumWidth(fontMetrics().averageCharWidth() * 66);
    layout()->addWidget(introduction);
}

void ConsequenceDialog::addLines()
{
    if (m_content.lines.isEmpty())
        return;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(fontMetrics().height() * 2 / 3);
    const StatePalette states = StatePalette::forPalette(palette());
    const int side = fontMetrics().height();
    const int shown = static_cast<int>(std::min(m_content.lines.size(), MostLines));
    for (int row = 0; row < shown; ++row) {
        const Line &line = m_content.lines.at(row);
        grid->addWidget(plainLabel(line.name, this), row, 1, Qt::AlignTop);
        if (line.consequence.isEmpty()) { // a layer: many have no one glyph
            QLabel *relation = plainLabel(line.relation, this);
            relation->setWordWrap(true);
            grid->addWidget(relation, row, 2, 1, 2);
            continue;
        }
        auto *glyph = new QLabel(this);
        glyph->setPixmap(glyphIcon(line.look, states).pixmap(QSize(side, side), devicePixelRatio()));
        glyph->setAccessibleName(line.name);
        glyph->setAccessibleName(line.name);
        grid->addWidget(glyph, row, 0, Qt::AlignTop);
        grid->addWidget(plainLabel(line.relation, this), row, 2);
        grid->addWidget(plainLabel(line.consequence, this), row, 3);
    }
    if (const int more = static_cast<int>(m_content.lines.size()) - shown; more > 0)
        grid->addWidget(plainLabel(tr("and %Ln more", nullptr, more), this), shown, 1, 1, 3);
    grid->setColumnStretch(3, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
}

void ConsequenceDialog::addButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    QPushButton *verb = roomy(buttons->addButton(m_content.verb, QDialogButtonBox::AcceptRole));
    if (!m_content.alternative.isEmpty()) {
        QPushButton *other = roomy(buttons->addButton(m_content.alternative, QDialogButtonBox::ActionRole));
        connect(other, &QPushButton::clicked, this, [this] {
            Q_EMIT alternativeChosen();
            close();
        });
        other->setAutoDefault(false);
    }
    if (!m_content.toType.isEmpty())
        addField(*verb);
    QPushButton *first = m_content.isHarmless ? verb : cancel;
    for (QPushButton *button : {cancel, verb})
        button->setAutoDefault(false);
    first->setDefault(true);
    first->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

/// Class D: nobody does this to the wrong fleet by habit.
void ConsequenceDialog::addField(QPushButton &verb)
{
    auto *words = new QLabel(tr("&Type “%1” to go on:").arg(m_content.toType), this);
    words->setWordWrap(true);
    auto *field = new QLineEdit(this);
    field->setAccessibleName(tr("Name of the connection"));
    words->setBuddy(field);
    layout()->addWidget(words);
    layout()->addWidget(field);
    verb.setEnabled(false);
    connect(field, &QLineEdit::textChanged, &verb,
        [&verb, name = m_content.toType](const QString &text) { verb.setEnabled(text.trimmed() == name); });
}

QString ConsequenceDialog::plainText() const
{
    QStringList text{m_content.title, m_content.introduction};
    for (const Line &line : m_content.lines) {
        const QString tail = line.consequence.isEmpty() ? QString() : QLatin1Char(' ') + line.consequence;
        text.append(line.name + QStringLiteral(": ") + line.relation + tail);
    }
    for (const QString &more : {m_content.duration, m_content.doNotAsk}) {
        if (!more.isEmpty())
            text.append(more);
    }
    return text.join(QLatin1Char('\n'));
}

} // namespace foghorn
