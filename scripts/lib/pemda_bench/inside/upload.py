from base64 import b64encode


def import_file(env, path, unit):
    """Read, stage, check, load and commit a file as the screen does.

    :raises ValueError: it was not loaded; with its findings
    """
    load = env["pemda.import.load"].create(
        {
            "filename": path.name,
            "file": b64encode(path.read_bytes()),
            "unit_id": unit.id,
        }
    )
    load.action_step()
    env.cr.commit()
    load.action_step()
    load.action_load()
    env.cr.commit()
    if load.state != "loaded":
        faults = load.finding_ids.mapped("message")
        raise ValueError(f"{path.name} is {load.state}: {faults}")
