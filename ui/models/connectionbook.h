#pragma once

#include "ui/models/connectionprofile.h"

#include <QObject>

#include <optional>

namespace foghorn {

class UserSettings;

/// The connections that a person keeps, in the order in which they were last used. In the settings they are one JSON
/// text, so that a write is whole or not at all; what makes no sense in it is passed over.
class ConnectionBook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionBook)
public:
    static constexpr qsizetype Most = 100; ///< the ones used longest ago are forgotten

    /// `settings` must outlive it.
    explicit ConnectionBook(UserSettings &settings, QObject *parent = nullptr);
    ~ConnectionBook() override;

    /// The last used first.
    const QList<ConnectionProfile> &profiles() const { return m_profiles; }
    std::optional<ConnectionProfile> find(const QString &name) const;
    /// Whether two connections would have that name, if the one called `except` were called so.
    bool isTaken(const QString &name, const QString &except) const;
    /// Adds it, or takes the place of the one called `formerName`. One without a name is not kept.
    void keep(const ConnectionProfile &profile, const QString &formerName = {});
    void remove(const QString &name);
    /// It is the last used from now on.
    void markUsed(const QString &name);

Q_SIGNALS:
    void changed();

private:
    void read();
    void write();
    qsizetype indexOf(const QString &name) const;

    UserSettings &m_settings;
    QList<ConnectionProfile> m_profiles;
};

} // namespace foghorn
