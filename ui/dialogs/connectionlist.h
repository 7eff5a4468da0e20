#pragma once

#include "ui/models/connectiondesk.h"

#include <QListWidget>

namespace foghorn {

/// What a window can be connected to, under headings: on this computer, kept by a person, and a new one.
class ConnectionList final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionList)
public:
    enum class Kind { Heading, Own, Found, Kept, New };
    struct Choice
    {
        Kind kind = Kind::New;
        ConnectionProfile profile; ///< empty for Own, Heading and New
        QString stateDirectory; ///< (Found)
    };

    explicit ConnectionList(QWidget *parent = nullptr);
    ~ConnectionList() override;

    void fill(ConnectionDesk &desk);
    Choice choice() const;
    /// The one kept by that name, else the one found at that address, else the first that can be chosen.
    void choose(const ConnectionProfile &profile);
    void chooseNew();
    QSize sizeHint() const override;

private:
    void addHeading(const QString &text);
    QListWidgetItem *addChoice(const Choice &choice, const QString &name, const QString &place);

    QList<Choice> m_choices; ///< one for each row
};

} // namespace foghorn
