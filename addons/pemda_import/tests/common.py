"""The steps of an import as a user takes them, for the cases of all addons."""

import base64


class ImportSteps:
    #: name of an uploaded file, unless a test gives another one
    filename = "upload.xlsx"

    @classmethod
    def upload(cls, user, unit, content, filename=None, **vals):
        return (
            cls.env["pemda.import.load"]
            .with_user(user)
            .create(
                {
                    "file": base64.b64encode(content),
                    "filename": filename or cls.filename,
                    "unit_id": unit.id,
                    **vals,
                }
            )
        )

    @classmethod
    def checked(cls, user, unit, content, filename=None, **vals):
        """Upload, read and check, as the screen does."""
        load = cls.upload(user, unit, content, filename, **vals)
        while load.state in ("draft", "read"):
            load.action_step()
        return load

    @classmethod
    def loaded(cls, user, unit, content, filename=None, **vals):
        load = cls.checked(user, unit, content, filename, **vals)
        load.action_load()
        assert load.state == "loaded", load.finding_ids.mapped("message")
        return load

    @classmethod
    def kinds(cls, load, severity="error"):
        return set(
            load.finding_ids.filtered(lambda f: f.severity == severity).mapped("kind")
        )
