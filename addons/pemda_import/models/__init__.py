from . import (
    import_target,
    import_load,
    import_load_steps,
    import_load_read,
    import_load_view,
    import_table,
    import_row,
    import_finding,
    import_question,
    import_mapping,
    import_target_unit,
    ir_rule,
)
