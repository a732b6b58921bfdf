from . import (
    test_add_goods,
    test_hapus,
    test_hapus_batal,
    test_hapus_print,
    test_hapus_race,
    test_hold_race,
    test_mutasi,
    test_mutasi_batal,
    test_mutasi_prints,
    test_mutasi_refused,
    test_pakai,
    test_past_documents,
)
