from . import ir_actions_report
from . import pemda_report_document
from . import pemda_report_source
from . import pemda_report_booklet
