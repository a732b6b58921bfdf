from . import test_riwayat
