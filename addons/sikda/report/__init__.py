from . import selisih
