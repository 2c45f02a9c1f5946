"""Witness and mirror: small programs that a member runs on a machine of its own, with its own folder.

No Django and no database: what they promise rests on a few files and on `kernel.log`.
"""
