"""Questions on one topic whose openings may stand as options for one another."""

from __future__ import annotations

FACTS = [
    ("What is a lantern?", "A lantern carries light through a dark harbour at night."),
    ("What is an anvil?", "An anvil bears the blows of hammers while iron is shaped."),
    ("What is a compass?", "A compass shows sailors where north lies under any sky."),
    ("What is a granary?", "A granary keeps the harvested corn dry for a whole winter."),
    ("What is a sundial?", "A sundial tells gardeners the hour by a moving shadow."),
    ("What is a trellis?", "A trellis lets climbing roses grow along a sunny wall."),
    ("What is a bellows?", "A bellows blows air into the glowing coals of a forge."),
    ("What is a plumb?", "A plumb proves that masons have built their walls upright."),
]
