"""Odoo's command line as a file.

Odoo starts its websocket process by running this very file again with the word
``gevent``; that fails when it was started as ``python -m odoo``.
"""

from odoo.cli import main

if __name__ == "__main__":
    main()
