#pragma once

#include <QStringList>

class QWidget;

namespace foghorn {

/// Class, name and words of a widget, for a person who looks for it.
QString describe(const QWidget &widget);
/// The visible widgets of `root` that one works with: buttons, fields, lists, sliders, views of ours.
QList<QWidget *> workedWith(QWidget &root);

/// What real Tab keys do not reach though one works with it, and where they are caught. Needs an active window.
QStringList unreachableByTab(QWidget &root);
/// What a screen reader finds without a name, or under the same name twice.
QStringList nameless(QWidget &root);
/// What is too small to be hit: under 24 x 24 pixels.
QStringList smallTargets(QWidget &root);

} // namespace foghorn
