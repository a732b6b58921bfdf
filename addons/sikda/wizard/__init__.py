from . import sikda_selisih_decide
