from . import controllers, importing, models, report, wizard
