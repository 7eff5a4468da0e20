#pragma once

#include "ui/models/connectiondesk.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace foghorn {

class ConnectionForm;
class ConnectionList;
class VerdictLine;

/// Which fleet to show: what this program runs, what runs on this computer, what a person keeps, or a new one. It asks
/// a daemon whether it is there, and keeps what is typed; it connects nothing itself.
class ConnectDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectDialog)
public:
    /// What it opens with.
    struct Start
    {
        ConnectionProfile profile; ///< without an address: the one used last
        bool asksForToken = false; ///< the cursor stands there
    };

    /// `desk` must outlive it.
    ConnectDialog(ConnectionDesk &desk, const Start &start, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    ConnectionForm &form() const { return *m_form; }
    ConnectionList &list() const { return *m_list; }
    QPushButton &connectButton() const { return *m_connect; }
    QPushButton &testButton() const { return *m_test; }
    /// What came of the test, or why nobody can connect.
    QString verdict() const;

Q_SIGNALS:
    void chosen(const foghorn::ConnectionWish &wish);
    /// The fleet that this program runs itself.
    void ownChosen();

private:
    void build();
    void onCurrentChanged();
    void onEdited();
    void askForKeptToken(const QString &url);
    void test();
    void take(const ConnectionVerdict &verdict);
    void makeRoom();
    void remove();
    void putBack();
    void forgetRemoved();
    void go();
    QString fault() const;
    ConnectionWish wish() const;

    ConnectionDesk &m_desk;
    ConnectionList *m_list;
    QLabel *m_title;
    QLabel *m_own;
    ConnectionForm *m_form;
    VerdictLine *m_verdict;
    QPushButton *m_remove = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_connect = nullptr;
    QList<ConnectionProfile> m_removed; ///< since it opened; the last one can be had back
    QByteArray m_offered; ///< the certificate that the verdict offers to trust
    quint64 m_round = 0; ///< rises with each choice: what is heard about another one is ignored
    quint64 m_asked = 0; ///< the same for tests
};

} // namespace foghorn
