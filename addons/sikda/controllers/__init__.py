from . import siasn
