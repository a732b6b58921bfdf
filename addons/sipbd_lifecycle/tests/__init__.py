from . import test_mutasi, test_past_documents
