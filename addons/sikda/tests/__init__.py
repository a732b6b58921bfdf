from . import test_access, test_due_twin, test_riwayat
from . import test_riwayat, test_import_pegawai
from . import test_riwayat
from . import test_due_twin
from . import test_import_pegawai
from . import test_selisih
from . import test_import_riwayat
