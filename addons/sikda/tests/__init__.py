from . import test_access, test_due_twin, test_riwayat
