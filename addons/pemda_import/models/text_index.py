from odoo.tools import SQL


def place_words(cr, table):
    """Put waiting words of a table into its text indexes.

    New words wait in a list that each search goes through (GIN, fastupdate).

    :return: how many pages of that list there were
    """
    cr.execute(
        SQL(
            """
            SELECT coalesce(sum(gin_clean_pending_list(indexrelid)), 0)::integer
              FROM pg_index
              JOIN pg_class ON pg_class.oid = indexrelid
              JOIN pg_am ON pg_am.oid = relam
             WHERE indrelid = %s::regclass AND amname = 'gin'
            """,
            table,
        )
    )
    return cr.fetchone()[0]
