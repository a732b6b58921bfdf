from . import lifecycle_print, mutasi_print
