from . import sikda_formasi_change
from . import sikda_selisih_decide
from . import sikda_siasn_export
from . import pemda_report_wizard
