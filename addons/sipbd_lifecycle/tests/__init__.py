from . import (
    test_mutasi,
    test_mutasi_batal,
    test_mutasi_prints,
    test_past_documents,
)
