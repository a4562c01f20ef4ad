"""A page of our own that has, all at once, what pages with books on them are awkward in."""

AWKWARD = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>The Salt Lamp | Coast Library</title>
<meta name="author" content="Ada Quill"><style>p { margin: 0 }</style>
<script>document.write("<p>Nobody hears this.</p>")</script></head><body>
<header role="banner"><a href="/">Coast Library</a></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/shelf">Shelf</a></li></ul></nav>
<div class="cookie-banner" role="dialog"><p>We use cookies.</p><button>Agree</button></div>
<main>
<h1>The Salt Lamp</h1><p class="byline">by Ada Quill</p>
<div class="toc"><h2>Contents</h2><p><a href="#one">The Lamp</a></p><p><a href="#two">The Tide</a></p></div>
<h2 id="one">I<br>The Lamp</h2>
<p><span class="dropcap">A</span><span style="font-variant:small-caps">da lit</span> the lamp.<sup><a
 href="#fn1" id="r1">1</a></sup> “<i lang="fr">Mon Dieu</i>,” said the keep&shy;er,&nbsp;“it b<b>ur</b>ns!”
<span class="pagenum">[Pg 7]</span>He ran.
<p>Then<br><br>it went out.
<hr>
<blockquote><p>Dear Ada,</p><p>Keep it lit.</p></blockquote>
<div class="poem"><div class="stanza"><span class="line">O lamp,</span><br><span class="line">O lamp so
 high,</span><br></div></div>
<figure><img src="lamp.png" alt="a lamp"><figcaption>The lamp.</figcaption></figure>
<table><caption>Oil</caption><tr><th>Night</th><th>Pints</th></tr><tr><td>First</td><td>2</td></tr></table>
<pre><code>lamp.light()</code></pre>
<h2 id="two">II<br>The Tide</h2>
<p>The tide turned at <b>4.30</b> <small>p.m.</small>&mdash;or later.
<ol><li>The pier.<li>The boat.</ol>
<p hidden>Seen by nobody.</p><p aria-hidden="true">Heard by nobody.</p>
<p>The end.
<section role="doc-endnotes"><h2>Notes</h2><ol><li id="fn1"><p>With a match. <a href="#r1">↩</a></p></ol>
</section>
</main>
<aside><h3>Also on this shelf</h3><p>The Brass Bell</p></aside>
<footer><p>© Coast Library</p></footer>
</body></html>
"""
