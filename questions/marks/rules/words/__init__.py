"""What the marker knows of the vocabulary of software interviews, one file a field.

A group ends with its line or a semicolon: words that say the same, behind a bar their opposites.
One that begins with a tilde holds words that often stand for one another without saying the same.
An underscore joins the words of a phrase; endings do not matter. An indented line goes on with
the one above.
"""

from __future__ import annotations

from .cloud import CLOUD
from .common import COMMON
from .deeds import DEEDS
from .everyday import EVERYDAY
from .more_deeds import MORE_DEEDS
from .opposites import OPPOSITES
from .people import PEOPLE
from .speech import SPEECH
from .systems import SYSTEMS

FIELDS = (EVERYDAY, SYSTEMS, CLOUD, PEOPLE, DEEDS, MORE_DEEDS, OPPOSITES, SPEECH)

__all__ = ["COMMON", "FIELDS"]
