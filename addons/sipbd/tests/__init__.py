from . import (
    test_access,
    test_asset,
    test_concurrency,
    test_entry_wizard,
    test_forgery,
    test_kode,
    test_ledger,
    test_ledger_twin,
    test_report,
    test_report_journey,
    test_views,
)
