from . import (
    test_isolation,
    test_hapus_journey,
    test_journey,
    test_journey_personnel,
    test_kgb_journey,
    test_ledger_journey,
    test_period_journey,
    test_private_fields,
    test_public_methods,
    test_room_journey,
    test_siasn_journey,
    test_wrong_register,
)
