"""What the web client tells after a button was pressed."""

CLOSE_DIALOG = {"type": "ir.actions.act_window_close"}


def notice(message, then=None, *, kind="success", title=""):
    """Action that tells the user something and goes on.

    :param then: the action to go on with, or its external id
    :param kind: success; warning and danger stay until the user has read them
    """
    return {
        "type": "ir.actions.client",
        "tag": "display_notification",
        "params": {
            "type": kind,
            "sticky": kind != "success",
            "title": title,
            "message": message,
            **({"next": then} if then else {}),
        },
    }
