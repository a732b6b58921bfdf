from . import sipbd_entry_wizard
from . import pemda_report_wizard
