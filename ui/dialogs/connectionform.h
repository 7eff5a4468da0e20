#pragma once

#include "ui/models/connectionprofile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace foghorn {

/// All that is said of one connection. It checks nothing but what it is asked to.
class ConnectionForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionForm)
public:
    /// Found: by its state directory, which says all of it; only looked at.
    enum class Kind { Own, Found };

    explicit ConnectionForm(QWidget *parent = nullptr);
    ~ConnectionForm() override;

    void setProfile(const ConnectionProfile &profile, Kind kind);
    /// With the address completed, and the place as the name where none is given.
    ConnectionProfile profile() const;
    /// As it is typed; it is forgotten with the next setProfile().
    QByteArray token() const;
    /// What is known of the token without typing it: "kept in the key ring".
    void setTokenHint(const QString &hint);
    /// PEM of a certificate to trust; empty: none.
    void setCertificate(const QByteArray &certificate);
    /// Why nobody can connect with that; empty: it can be tried.
    QString fault() const;

    QLineEdit &nameField() const { return *m_name; }
    QLineEdit &addressField() const { return *m_address; }
    QLineEdit &tokenField() const { return *m_token; }

Q_SIGNALS:
    void edited();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHint();
    QLineEdit *addField(const QString &label, const QString &placeholder);
    QLineEdit *addFile(const QString &label, const QString &title, const QString &tip);
    void addToken();
    void addCertificate();
    void addLook();
    void refreshCertificate();

    QFormLayout *m_layout;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_token = nullptr;
    QLabel *m_tokenHint = nullptr;
    QLineEdit *m_tokenFile = nullptr;
    QLineEdit *m_authorities = nullptr;
    QLineEdit *m_ownCertificate = nullptr;
    QLineEdit *m_ownKey = nullptr;
    QWidget *m_certificateRow = nullptr;
    QLabel *m_fingerprint = nullptr;
    QComboBox *m_tint = nullptr;
    QLineEdit *m_label = nullptr;
    QCheckBox *m_protected = nullptr;
    QByteArray m_certificate;
};

} // namespace foghorn
