#include "ui/dialogs/shortcutsdialog.h"

#include "ui/models/shortcutbook.h"
#include "ui/style/mnemonic.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QScreen>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace foghorn {

namespace {

QString heading(const QString &text) { return QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped()); }

QString row(const QString &keys, const QString &what)
{
    return QStringLiteral("<tr><td width=\"40%\"><b>%1</b></td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
}

constexpr QLatin1String TableBegin("<table cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">");
constexpr QLatin1String TableEnd("</table>");

} // namespace

ShortcutsDialog::ShortcutsDialog(const ShortcutBook &book, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QTextBrowser(this);
    text->setAccessibleName(tr("Keyboard shortcuts"));
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenLinks(false);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setHtml(htmlOf(book));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    const int line = fontMetrics().height();
    resize(QSize(line * 36, line * 34).boundedTo(screen()->availableSize()));
}

ShortcutsDialog::~ShortcutsDialog() = default;

QString ShortcutsDialog::htmlOf(const ShortcutBook &book)
{
    QString html;
    QString menu;
    for (const ShortcutBook::Entry &entry : book.entries()) {
        if (!entry.action || entry.action->shortcuts().isEmpty())
            continue;
        if (entry.menu != menu) {
            html += QLatin1String(menu.isEmpty() ? "" : "</table>") + heading(entry.menu) + TableBegin;
            menu = entry.menu;
        }
        html += row(QKeySequence::listToString(entry.action->shortcuts(), QKeySequence::NativeText)
                        .replace(QLatin1String("; "), QStringLiteral(" · ")),
            withoutMnemonic(entry.action->text()));
    }
    return html + QLatin1String(menu.isEmpty() ? "" : "</table>") + viewKeys();
}

QString ShortcutsDialog::viewKeys()
{
    const auto table = [](const QString &rows) -> QString { return TableBegin + rows + TableEnd; };
    return heading(tr("In the table of services"))
        + table(row(tr("Enter"), tr("Details")) + row(tr("Shift+Enter"), tr("Show in the graph"))
            + row(tr("Ctrl+A"), tr("Select all that are shown")))
        + heading(tr("In the graph"))
        + table(row(tr("← →"), tr("To what it needs, to what needs it")) + row(tr("↑ ↓"), tr("Neighbours in the layer"))
            + row(tr("+ − 0 F"), tr("Zoom, actual size, fit")))
        + heading(tr("On the timeline and in charts"))
        + table(row(tr("← →"), tr("Move the time cursor")) + row(tr("Ctrl+← Ctrl+→"), tr("To the next change")))
        + heading(tr("In fields that search")) + table(row(tr("Esc"), tr("Clear, then leave")));
}

} // namespace foghorn
