#include "ui/dialogs/connectionform.h"

#include "ui/style/isolated.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSslCertificate>
#include <QVBoxLayout>

namespace foghorn {

namespace {

QString fingerprintOf(const QByteArray &certificate)
{
    const QList<QSslCertificate> read = QSslCertificate::fromData(certificate);
    return read.isEmpty() ? QString()
                          : QString::fromLatin1(read.first().digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

/// In groups, so that it can break; nobody reads 95 signs in one line.
QString inTwoLines(const QString &fingerprint)
{
    return fingerprint.left(47) + QLatin1Char('\n') + fingerprint.mid(48);
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_layout->setVerticalSpacing(fontMetrics().height() / 2);
    m_name = addField(tr("&Name:"), tr("as its address"));
    m_name->setMaxLength(static_cast<int>(ConnectionProfileCheck::LongestName));
    m_address = addField(tr("&Address:"), QStringLiteral("https://edge-7:7464"));
    addToken();
    m_tokenFile = addFile(tr("Token &file:"), tr("File with the token"), tr("Choose a file with the token"));
    m_authorities = addFile(tr("Author&ities:"), tr("PEM file of authorities to trust"),
        tr("Choose a PEM file of authorities to trust for this connection"));
    m_authorities->setPlaceholderText(tr("those of this computer"));
    m_ownCertificate = addFile(tr("&My certificate:"), tr("PEM file with the certificate to show"),
        tr("Choose a PEM file with the certificate to show to this daemon"));
    m_ownKey = addFile(tr("Its &key:"), tr("PEM file with the key of my certificate"),
        tr("Choose a PEM file with the key of that certificate"));
    m_ownKey->setPlaceholderText(tr("in the same file"));
    addCertificate();
    addLook();
}

ConnectionForm::~ConnectionForm() = default;

QLineEdit *ConnectionForm::addField(const QString &label, const QString &placeholder)
{
    auto *field = new QLineEdit(this);
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')).remove(QLatin1Char(':')));
    m_layout->addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &ConnectionForm::edited);
    return field;
}

QLineEdit *ConnectionForm::addFile(const QString &label, const QString &title, const QString &tip)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *field = new QLineEdit(row);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')).remove(QLatin1Char(':')));
    field->setPlaceholderText(tr("none"));
    auto *choose = new QPushButton(tr("Choose…"), row);
    choose->setAutoDefault(false);
    choose->setAccessibleName(tip);
    choose->setToolTip(tip);
    layout->addWidget(field, 1);
    layout->addWidget(choose);
    m_layout->addRow(label, row);
    if (auto *shown = qobject_cast<QLabel *>(m_layout->labelForField(row)))
        shown->setBuddy(field);
    connect(field, &QLineEdit::textChanged, this, &ConnectionForm::edited);
    connect(choose, &QPushButton::clicked, this, [this, field, title] {
        auto *dialog = new QFileDialog(this, title, QFileInfo(field->text()).path());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
        dialog->open();
    });
    return field;
}

void ConnectionForm::addToken()
{
    m_token = addField(tr("&Token:"), tr("none"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setMaxLength(4096);
    m_tokenHint = new QLabel(this);
    m_tokenHint->setTextFormat(Qt::PlainText);
    m_tokenHint->setWordWrap(true);
    m_tokenHint->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addRow(QString(), m_tokenHint);
}

void ConnectionForm::addCertificate()
{
    m_certificateRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_certificateRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_fingerprint = new QLabel(m_certificateRow);
    m_fingerprint->setTextFormat(Qt::PlainText);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont fixed = m_fingerprint->font();
    fixed.setPointSizeF(fixed.pointSizeF() * 0.85);
    m_fingerprint->setFont(fixed);
    auto *forget = new QPushButton(tr("Do not trust"), m_certificateRow);
    forget->setAutoDefault(false);
    forget->setToolTip(tr("Forget this certificate again"));
    row->addWidget(m_fingerprint, 1);
    row->addWidget(forget);
    m_layout->addRow(tr("Certificate:"), m_certificateRow);
    connect(forget, &QPushButton::clicked, this, [this] { setCertificate({}); });
}

void ConnectionForm::addLook()
{
    m_tint = new QComboBox(this);
    m_tint->setAccessibleName(tr("Colour"));
    m_tint->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const ConnectionTint tint : ConnectionTints::All)
        m_tint->addItem(ConnectionTints::icon(tint), ConnectionTints::name(tint), static_cast<int>(tint));
    m_layout->addRow(tr("C&olour:"), m_tint);
    //: an example of what people call a group of machines
    m_label = addField(tr("&Label:"), tr("production"));
    m_label->setMaxLength(static_cast<int>(ConnectionProfileCheck::LongestName));
    m_protected = new QCheckBox(tr("&Protected: its name is asked for before all is stopped"), this);
    m_layout->addRow(QString(), m_protected);
    connect(m_tint, &QComboBox::currentIndexChanged, this, &ConnectionForm::edited);
    connect(m_protected, &QCheckBox::toggled, this, &ConnectionForm::edited);
}

void ConnectionForm::setProfile(const ConnectionProfile &profile, Kind kind)
{
    m_token->clear();
    m_name->setText(profile.name);
    m_address->setText(profile.url);
    m_tokenFile->setText(profile.tokenFile);
    m_authorities->setText(profile.authorities);
    m_ownCertificate->setText(profile.ownCertificate);
    m_ownKey->setText(profile.ownKey);
    m_tint->setCurrentIndex(m_tint->findData(static_cast<int>(profile.tint)));
    m_label->setText(profile.label);
    m_protected->setChecked(profile.isProtected);
    for (QLineEdit *field : {m_name, m_address})
        field->setReadOnly(kind == Kind::Found);
    for (QWidget *field : {static_cast<QWidget *>(m_token), m_tokenFile->parentWidget(), m_authorities->parentWidget(),
             m_ownCertificate->parentWidget(), m_ownKey->parentWidget(), static_cast<QWidget *>(m_tint),
             static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_protected)})
        m_layout->setRowVisible(field, kind == Kind::Own);
    setTokenHint({});
    setCertificate(profile.certificate);
}

ConnectionProfile ConnectionForm::profile() const
{
    ConnectionProfile profile;
    profile.url = ConnectionProfileCheck::completed(m_address->text());
    profile.name = m_name->text().simplified();
    if (profile.name.isEmpty())
        profile.name = ConnectionProfileCheck::placeOf(profile.url).left(ConnectionProfileCheck::LongestName);
    profile.tokenFile = m_tokenFile->text().trimmed();
    profile.authorities = m_authorities->text().trimmed();
    profile.ownCertificate = m_ownCertificate->text().trimmed();
    profile.ownKey = m_ownKey->text().trimmed();
    profile.certificate = m_certificate;
    profile.tint = static_cast<ConnectionTint>(m_tint->currentData().toInt());
    profile.label = m_label->text().simplified();
    profile.isProtected = m_protected->isChecked();
    return profile;
}

QByteArray ConnectionForm::token() const { return m_token->text().trimmed().toUtf8(); }

void ConnectionForm::setTokenHint(const QString &hint)
{
    m_tokenHint->setText(hint);
    m_layout->setRowVisible(m_tokenHint, !hint.isEmpty());
    fitHint();
}

/// A form gives words that wrap the height of one line.
void ConnectionForm::fitHint()
{
    const int width = m_token->isVisible() ? m_token->width() : m_address->width();
    m_tokenHint->setMinimumHeight(m_tokenHint->text().isEmpty() ? 0 : m_tokenHint->heightForWidth(width));
}

void ConnectionForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_layout->activate();
    fitHint();
}

void ConnectionForm::setCertificate(const QByteArray &certificate)
{
    const QString fingerprint = fingerprintOf(certificate);
    m_certificate = fingerprint.isEmpty() ? QByteArray() : certificate;
    m_fingerprint->setText(inTwoLines(fingerprint));
    m_fingerprint->setAccessibleName(tr("Trusted certificate, SHA-256 %1").arg(fingerprint));
    m_layout->setRowVisible(m_certificateRow, !m_certificate.isEmpty());
    Q_EMIT edited();
}

QString ConnectionForm::fault() const
{
    if (m_address->text().trimmed().isEmpty())
        return tr("The address of a daemon is missing");
    const QString url = ConnectionProfileCheck::completed(m_address->text());
    if (!ConnectionProfileCheck::isAddress(url))
        return tr("“%1” is no address; one looks like https://edge-7:7464").arg(isolated(url.left(80)));
    for (const QLineEdit *field : {m_tokenFile, m_authorities, m_ownCertificate, m_ownKey}) {
        const QString file = field->text().trimmed();
        if (!file.isEmpty() && !QFileInfo(file).isFile())
            return tr("There is no file %1").arg(isolated(file));
    }
    return {};
}

} // namespace foghorn
