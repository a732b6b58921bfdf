from . import (
    test_chain,
    test_decide,
    test_document_guard,
    test_flow,
    test_forgery,
    test_holders,
    test_many,
    test_mail,
    test_public,
    test_race,
    test_screens,
    test_signature,
)
