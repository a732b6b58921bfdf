from . import (
    test_access,
    test_due,
    test_due_report,
    test_due_twin,
    test_import_kgb_latihan,
    test_import_pegawai,
    test_import_riwayat,
    test_report,
    test_riwayat,
    test_selisih,
    test_siasn_export,
    test_views,
)
