"""Give the administrator of a new database a password of its own (runs inside)."""


def main(env, words):
    """Set the password given as the only word, and Indonesian as the language."""
    admin = env.ref("base.user_admin")
    admin.write({"password": words[0], "lang": env.lang, "tz": "Asia/Jakarta"})
