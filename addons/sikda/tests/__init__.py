from . import test_access, test_due_twin, test_riwayat
from . import test_riwayat, test_import_pegawai
