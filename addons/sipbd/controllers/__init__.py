from . import asset_qr
