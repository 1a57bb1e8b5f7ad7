"""How a note looks in Anki, by day and by night: classes only, as our HTML has them."""

from __future__ import annotations

CSS = """
.card { font-family: Georgia, serif; font-size: 18px; line-height: 1.5; text-align: left;
  color: #1d1f21; background: #fdfcf9; }
.rehearsal { max-width: 42rem; margin: 0 auto; }
.rehearsal.prompt > p:first-child { font-size: 1.15em; font-weight: 600; }
.rehearsal.points { border-left: 3px solid #2f6f8f; padding-left: 1rem; }
.rehearsal.source { color: #667; font-size: 0.8em; }
.codehilite, pre { overflow-x: auto; background: #f2f0ea; border-radius: 4px; }
pre { padding: 0.6rem 0.8rem; margin: 0; }
code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.9em; }
table { border-collapse: collapse; }
th, td { border: 1px solid #bbb; padding: 0.2rem 0.5rem; }
.codehilite .c, .codehilite .c1, .codehilite .ch, .codehilite .cm, .codehilite .cs {
  color: #6b7280; font-style: italic; }
.codehilite .k, .codehilite .kc, .codehilite .kd, .codehilite .kn, .codehilite .kr,
.codehilite .kt, .codehilite .ow, .codehilite .nt { color: #1f5f99; }
.codehilite .s, .codehilite .s1, .codehilite .s2, .codehilite .sd, .codehilite .se,
.codehilite .si, .codehilite .dl { color: #2d7038; }
.codehilite .m, .codehilite .mf, .codehilite .mi, .codehilite .nb, .codehilite .na {
  color: #8a5a00; }
.codehilite .nf, .codehilite .nc, .codehilite .fm { font-weight: 600; }
.nightMode.card, .nightMode .card { color: #e6e4df; background: #191b1d; }
.nightMode .codehilite, .nightMode pre { background: #25282b; }
.nightMode .codehilite .k, .nightMode .codehilite .kn, .nightMode .codehilite .nt {
  color: #7db7e8; }
.nightMode .codehilite .s, .nightMode .codehilite .s1, .nightMode .codehilite .s2 {
  color: #8fce9b; }
.nightMode .codehilite .mi, .nightMode .codehilite .nb { color: #e0b565; }
"""
