from . import test_access, test_due_twin, test_riwayat
from . import test_import_pegawai, test_import_riwayat, test_selisih, test_siasn_export
from . import test_report
