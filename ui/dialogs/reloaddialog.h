#pragma once

#include "core/commands/commands.h"

#include <QDialog>

class QVBoxLayout;

namespace foghorn {

/// What reading the fleet file again would do, for a person to agree to; or why it cannot be read.
class ReloadDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReloadDialog)
public:
    ReloadDialog(const ReloadOutcome &plan, const QString &fleet, QWidget *parent = nullptr);
    ~ReloadDialog() override;

    /// All words of the dialog, line by line.
    QString plainText() const { return m_words.join(QLatin1Char('\n')); }
    static qsizetype changesIn(const ReloadOutcome &plan);

Q_SIGNALS:
    /// The file was corrected: look at it once more.
    void againWanted();

private:
    void addText(const QString &text, bool isTitle = false);
    void addLines(const QString &name, const QList<QString> &lines);
    void addCycle(const QList<QList<ServiceId>> &cycles);
    void addChanges(const ReloadOutcome &plan);
    void addButtons(const ReloadOutcome &plan);

    QVBoxLayout *m_layout;
    QStringList m_words;
};

} // namespace foghorn
