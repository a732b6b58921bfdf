from . import kgb_surat, kgb_lampiran
