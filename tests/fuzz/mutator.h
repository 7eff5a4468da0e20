#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <random>

namespace foghorn {

/// Makes new inputs of old ones, the same for the same seed: without libFuzzer, and so without knowing what each one
/// reaches.
class Mutator
{
public:
    Mutator(quint32 seed, QList<QByteArray> inputs, qsizetype longest)
        : m_random(seed)
        , m_inputs(std::move(inputs))
        , m_longest(longest)
    {
    }

    QByteArray next()
    {
        QByteArray input = any();
        for (unsigned steps = below(4) + 1; steps > 0; --steps)
            mutate(input);
        return input.left(m_longest);
    }

private:
    quint32 below(qsizetype limit)
    {
        return limit > 0 ? static_cast<quint32>(m_random() % static_cast<quint32>(limit)) : 0;
    }
    const QByteArray &any() { return m_inputs.at(below(m_inputs.size())); }
    QByteArray pieceOf(const QByteArray &input)
    {
        const qsizetype from = below(input.size());
        return input.mid(from, below(std::min<qsizetype>(input.size() - from, 64)) + 1);
    }

    void mutate(QByteArray &input)
    {
        static const QList<QByteArray> telling{"\r\n", "\n", QByteArray(1, '\0'), "\xff\xff\xff\xff", "-1",
            "99999999999999999999", "\x1b[2J", "\xe2\x80\xae", "%00", "{", "[", "\"", ": ", "../", "$", "1e999",
            "\x80"};
        const qsizetype at = below(input.size() + 1);
        switch (below(8)) {
        case 0:
        case 1:
            if (at < input.size())
                input[at] = static_cast<char>(input.at(at) ^ (1 << below(8)));
            return;
        case 2:
            if (at < input.size())
                input[at] = static_cast<char>(m_random());
            return;
        case 3:
            input.remove(at, below(16) + 1);
            return;
        case 4:
            input.insert(at, telling.at(below(telling.size())));
            return;
        case 5:
            input.insert(at, pieceOf(input).repeated(below(8) == 0 ? 50 : 1));
            return;
        case 6:
            input.insert(at, pieceOf(any()));
            return;
        case 7:
            input.truncate(at);
            return;
        }
    }

    std::mt19937 m_random;
    QList<QByteArray> m_inputs;
    qsizetype m_longest;
};

} // namespace foghorn
