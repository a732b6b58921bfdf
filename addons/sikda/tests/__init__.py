from . import test_riwayat
from . import test_due_twin
