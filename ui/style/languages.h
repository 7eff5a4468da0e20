#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace foghorn {

/// The setting that names the language: a code as in Languages::all(); empty or unknown: as the computer's.
constexpr QLatin1String LanguageKey("general/language");

/// The languages that the window speaks, and which one it speaks now. There is one of these in a program; it outlives
/// the windows. Texts are looked up when widgets are made: after `changed` the window must be made anew.
class Languages final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Languages)
public:
    struct Language
    {
        QString code; ///< "de"
        QString name; ///< as those who speak it call it: "Deutsch"
    };

    explicit Languages(QObject *parent = nullptr);
    ~Languages() override;

    /// English first, then by name.
    static QList<Language> all();
    /// As its speakers call the language of that code.
    static QString nameOf(const QString &code);
    /// The first of the languages that somebody wants ("de-AT", "en-GB") that there is; else English.
    static QString bestOf(const QStringList &wanted);

    /// Speaks that language from now on, in numbers and dates too; what is not in all() means the computer's.
    void choose(const QString &code);
    /// The code of what is spoken.
    QString current() const { return m_current; }

Q_SIGNALS:
    void changed();

private:
    void install(const QString &code);

    QString m_current;
    std::vector<std::unique_ptr<QTranslator>> m_translators; ///< Qt's own words, then ours
};

} // namespace foghorn
