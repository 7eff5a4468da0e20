#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

#include <memory>

namespace foghorn {

/// What a person has chosen, kept from one run to the next: an INI file that QSettings replaces as a whole, or nothing
/// but memory. Whatever is in the file never keeps the program from starting: one that cannot be understood, or that a
/// later version wrote, is set aside.
///
/// Keys are "group/name". Readers give the fallback and check what they get; a person may have edited the file.
class UserSettings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UserSettings)
public:
    /// In memory only: of tests, and under --safe.
    explicit UserSettings(QObject *parent = nullptr);
    explicit UserSettings(const QString &file, QObject *parent = nullptr);
    ~UserSettings() override;

    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    /// An invalid value takes the key away. Written when the event loop is next idle.
    void setValue(const QString &key, const QVariant &value);
    /// Of all keys that begin with `group/`, without it.
    QStringList keysIn(const QString &group) const;
    /// One sentence when a file had to be set aside; else empty.
    QString notice() const { return m_notice; }

Q_SIGNALS:
    void changed(const QString &key);

private:
    bool makeUsable(const QString &file);

    std::unique_ptr<QSettings> m_file; ///< null: memory only
    QVariantMap m_values; ///< while there is no file
    QString m_notice;
};

} // namespace foghorn
