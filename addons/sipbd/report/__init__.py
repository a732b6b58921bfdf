from . import register_report
from . import kib_a
from . import kib_b
from . import kib_c
from . import kib_d
from . import kib_e
from . import kib_f
from . import buku_inventaris
