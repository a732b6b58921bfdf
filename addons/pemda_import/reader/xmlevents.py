"""Reading XML as events with expat: no entities, no network, flat memory."""

from xml.parsers import expat

from .errors import UnusableFile


def parse_xml(data, start, end, text=None):
    """Feed ``data`` to the handlers ``start(tag, attrs)``, ``end(tag)``, ``text``.

    Tag and attribute names come without their namespace prefix.  A document
    type declaration is refused, so no entity can be declared or expanded.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 65536

    def refuse(*_args):
        raise UnusableFile("hostile-xml")

    local = {}  # raw name -> name without prefix

    def strip(name):
        try:
            return local[name]
        except KeyError:
            local[name] = name.rpartition(":")[2]
            return local[name]

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attrs: start(
        strip(tag), {strip(key): value for key, value in attrs.items()}
    )
    parser.EndElementHandler = lambda tag: end(strip(tag))
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        detail = expat.errors.messages[error.code]
        raise UnusableFile("damaged", detail=f"XML: {detail}") from None
    except (ValueError, LookupError):  # an encoding nobody knows
        raise UnusableFile("damaged", detail="XML encoding") from None
