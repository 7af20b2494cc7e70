"""Who may come in where several people share a ledger: accounts with a role, their sessions, their tokens.

    accounts = ledger.accounts
    accounts.add("anna", Role.EDITOR, password, display="Anna Orsted")
    session = accounts.sign_in("anna", password)      # the secret of a new session, None when that is not the password
    member = accounts.of_session(session)             # who that is, None when the session has ended
    accounts.disable("anna")                          # her sessions end with it

Passwords are kept as salted scrypt hashes, sessions and tokens as SHA-256 of a random secret: nobody who reads the
ledger can sign in by what stands in it.
"""

from demarche.ledger.team.face import Accounts
from demarche.ledger.team.passwords import made_up
from demarche.ledger.team.roles import Member, Role

__all__ = ["Accounts", "Member", "Role", "made_up"]
