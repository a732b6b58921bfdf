from . import pemda_report_wizard
from . import report_pemda_report_wizard
