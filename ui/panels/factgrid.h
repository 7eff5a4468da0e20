#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace foghorn {

/// One line: what, and its value. Without a value it is a heading.
struct Fact
{
    QString title;
    QString value; ///< plain text; may have several lines

    bool operator==(const Fact &) const = default;
};

/// Facts in two columns; values can be selected with the mouse.
class FactGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactGrid)
public:
    explicit FactGrid(QWidget *parent = nullptr);
    ~FactGrid() override;

    void setFacts(const QList<Fact> &facts);
    /// All of it as lines of text.
    QString text() const;

private:
    struct Line
    {
        QLabel *title;
        QLabel *value;
    };
    Line &line(std::size_t index);

    QGridLayout *m_grid;
    QList<Fact> m_facts;
    std::vector<Line> m_lines;
};

} // namespace foghorn
