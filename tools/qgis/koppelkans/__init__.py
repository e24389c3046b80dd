"""Koppelkans for QGIS: finds where planned works can go together, by the program koppelkans."""


def classFactory(iface):  # noqa: N802, the name that QGIS asks for
    from .plugin import KoppelkansPlugin
    return KoppelkansPlugin()
