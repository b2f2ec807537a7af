import QtQuick

// A quiet card that holds things and cannot be touched.
Rectangle {
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.outline
    border.color: Theme.edge
}
