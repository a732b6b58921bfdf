from . import kgb_surat, kgb_lampiran, kgb_penjagaan, kgb_diputus
