from . import (
    test_add,
    test_batal,
    test_decide,
    test_fill,
    test_kecuali,
    test_letters,
    test_race,
    test_reports,
    test_rights,
    test_tell,
    test_twin,
)
