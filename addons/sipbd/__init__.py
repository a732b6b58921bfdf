from . import importing, models, report, wizard
