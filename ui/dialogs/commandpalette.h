#pragma once

#include "ui/dialogs/paletteentry.h"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace foghorn {

class PaletteList;
class PaletteModel;

/// A line to type in and below it all that fits: services, actions, pages. Enter does it; complete by keyboard.
class CommandPalette final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)
public:
    explicit CommandPalette(const QList<PaletteEntry> &entries, QWidget *parent);
    ~CommandPalette() override;

    QLineEdit &field() const { return *m_field; }
    PaletteModel &model() const { return *m_model; }
    /// The row that Enter uses; -1: none.
    int currentRow() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Level
    {
        QList<PaletteEntry> entries;
        QString pattern; ///< what was typed in it
        QString title; ///< whose choices these are; empty for the first level
    };
    void build();
    void showLevel(const Level &level);
    void search();
    void activate(int row);
    bool goBack();
    void step(int rows);
    void showHint();
    bool onKey(int key);

    QList<Level> m_levels; ///< the last is shown
    PaletteModel *m_model;
    PaletteList *m_list;
    QLineEdit *m_field;
    QLabel *m_hint;
};

} // namespace foghorn
