"""What the marker knows of the vocabulary of software interviews, one file a field.

One group a line: words that say the same, behind a bar their opposites. A line that begins with a
tilde holds words that often stand for one another without saying the same. An underscore joins
the words of a phrase; endings do not matter. An indented line goes on with the one above.
"""

from __future__ import annotations

from .cloud import CLOUD
from .everyday import EVERYDAY
from .people import PEOPLE
from .systems import SYSTEMS

__all__ = ["CLOUD", "EVERYDAY", "PEOPLE", "SYSTEMS"]
