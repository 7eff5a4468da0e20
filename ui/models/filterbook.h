#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace foghorn {

class UserSettings;

/// Filters of the table that somebody has given names, in the order of their names; kept in the settings.
class FilterBook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBook)
public:
    static constexpr qsizetype MostKept = 30;
    static constexpr qsizetype LongestName = 60;
    static constexpr qsizetype LongestText = 1000;

    struct Kept
    {
        QString name;
        QString text; ///< as it is typed: "status:failed layer:2"
        bool operator==(const Kept &) const = default;
    };

    /// `settings` must outlive it.
    explicit FilterBook(UserSettings &settings, QObject *parent = nullptr);
    ~FilterBook() override;

    const QList<Kept> &filters() const { return m_filters; }
    /// The name of the filter with these words; empty: it has none.
    QString nameOf(const QString &text) const;
    /// Another one of that name gives way. False: the name or the text is empty or too long, or there are too many.
    bool keep(const QString &name, const QString &text);
    void forget(const QString &name);

Q_SIGNALS:
    void changed();

private:
    void read();
    void write();
    bool put(const Kept &filter);

    UserSettings &m_settings;
    QList<Kept> m_filters;
};

} // namespace foghorn
