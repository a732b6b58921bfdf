from . import (
    test_isolation,
    test_journey,
    test_journey_personnel,
    test_ledger_journey,
    test_pemda,
    test_siasn_journey,
)
