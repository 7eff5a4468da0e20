#include "ui/dialogs/aboutdialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>

namespace foghorn {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Foghorn"));
    setAttribute(Qt::WA_DeleteOnClose);
    const int line = fontMetrics().height();
    auto *icon = new QLabel(this);
    icon->setPixmap(parent ? parent->windowIcon().pixmap(QSize(line, line) * 4, devicePixelRatio()) : QPixmap());
    icon->setAccessibleName(tr("Foghorn's mark"));
    auto *name = new QLabel(tr("Foghorn %1").arg(QStringLiteral(FOGHORN_VERSION)), this);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.4);
    name->setFont(large);
    auto *text = new QLabel(tr("Runs, watches and shows a fleet of services.\n\n"
                               "Free software under the GNU General Public License, version 3 or later.\n"
                               "Made with Qt %1.")
                                .arg(QString::fromLatin1(qVersion())),
        this);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setMinimumWidth(line * 22);
    for (QLabel *label : {name, text})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(line, line, line, line);
    grid->setHorizontalSpacing(line);
    grid->setVerticalSpacing(line / 2);
    grid->addWidget(icon, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(name, 0, 1);
    grid->addWidget(text, 1, 1);
    grid->addWidget(buttons, 2, 0, 1, 2);
}

AboutDialog::~AboutDialog() = default;

} // namespace foghorn
