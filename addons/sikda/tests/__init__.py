from . import test_riwayat
from . import test_due_twin
from . import test_access, test_riwayat
