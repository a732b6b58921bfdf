def pre_init_hook(env):
    """Let the name of a unit become plain text.

    Odoo keeps a field translated for as long as the database says that it was, and
    does not convert the column afterwards: forget that it was, and it does.
    """
    env.registry._database_translated_fields.pop("hr.department.name", None)
