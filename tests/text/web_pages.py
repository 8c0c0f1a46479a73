"""Saved web pages of several makes around a list of paragraphs: portals of the table age, div soup, article tags, feeds."""

from html import escape

_MENU = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("首页", "要闻", "财经", "体育", "图片", "专题"))
_HOT = "".join(f'<li><a href="/{number}">热门推荐第{number}条：某地完成投资{number}亿元</a></li>' for number in range(1, 9))
_FOOT = "版权所有 某某新闻网 未经授权不得转载 备案号12345678 举报电话：010-12345678"


def portal(title: str, lines: list[str], charset: str = "utf-8", *, extra: str = "") -> str:
    """A news portal of today: nested div, a source line, share links, a sidebar."""
    body = "\n".join(f"<p>\u3000\u3000{escape(line)}</p>" for line in lines)
    return f"""<!DOCTYPE html><html><head><meta charset="{charset}"><title>{escape(title)}_某某新闻网</title>
<style>.count{{display:none}} .big{{font-size:20px}}</style><script>var shown = 98765; document.write("<p>77777人</p>")</script>
<meta property="article:published_time" content="2021-05-06T07:30:00+08:00"></head><body>
<div class="top"><ul>{_MENU}</ul></div><div id="main"><div class="left"><h1>{escape(title)}</h1>
<div class="info"><span class="count">阅读 12345 次</span></div><div class="content">{body}{extra}</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div><div class="rel"><h3>相关阅读</h3><ul>{_HOT}</ul></div></div>
<div class="right"><h3>热点排行</h3><ol>{_HOT}</ol></div></div><div class="footer">{_FOOT}</div></body></html>"""


def table_age(title: str, lines: list[str], charset: str = "gb2312") -> str:
    """A page laid out with tables, lines parted by <br>, tags in capitals and left open."""
    body = "<BR><BR>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(line)}" for line in lines)
    menu = "".join(f"<TD><A HREF='/{word}'>{word}</A>" for word in ("首页", "新闻", "论坛", "邮箱"))
    hot = "".join(f"<A HREF='/{number}'>旧闻第{number}条：当年{number}月的事情</A><BR>" for number in range(1, 9))
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={charset}"><TITLE>{escape(title)}</TITLE></HEAD>
<BODY><TABLE WIDTH=760><TR>{menu}</TABLE><TABLE WIDTH=760><TR><TD WIDTH=180>{hot}<TD><TABLE><TR><TD ALIGN=center><B>{escape(title)}</B>
<TR><TD>{body}</TABLE></TABLE><CENTER>{_FOOT}</CENTER></BODY></HTML>"""


def tagged(title: str, lines: list[str]) -> str:
    """A page that uses the article tags as meant, with an aside, a figure and comments below."""
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-05-06T18:30:00Z"}</script>'
    return f"""<!doctype html><html lang=zh><head><meta charset=utf-8><title>{escape(title)} - 某报</title>{script}</head><body>
<header><nav><ul>{_MENU}</ul></nav></header><main><article><h1>{escape(title)}</h1>
<figure><img src="http://example.invalid/a.jpg"><figcaption>图为现场</figcaption></figure>{body}</article>
<aside><h2>推荐</h2><ul>{_HOT}</ul></aside></main><footer>{_FOOT}</footer></body></html>"""


def feed(title: str, lines: list[str]) -> str:
    """A page of a messaging platform: sections and spans without a paragraph tag."""
    body = "".join(f'<section style="margin:1em"><span style="font-size:16px">{escape(line)}</span></section>' for line in lines)
    return f"""<!doctype html><html><head><meta charset=utf-8><title>{escape(title)}</title></head><body>
<div id="page"><h1 class="t">{escape(title)}</h1><div id="meta"><a href="javascript:void(0);">某某发布</a></div>
<div id="content" style="visibility: visible;">{body}</div>
<div class="bar"><a href="#">阅读原文</a> <a href="#">赞</a></div></div></body></html>"""
