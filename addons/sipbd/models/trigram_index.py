from odoo import models


def trigram_index(column):
    """Index by parts of words that takes a large load in as it comes.

    The words of new rows wait in a list of at most 64 MB and not of 4, so that no
    load has to sort them in: the job after a load does (pemda_import), and the hourly
    one (asset_words). Rows without words stay out of it.
    """
    return models.Index(
        f"USING gin ({column} gin_trgm_ops) WITH (gin_pending_list_limit = 65536)"
        f" WHERE {column} IS NOT NULL"
    )
