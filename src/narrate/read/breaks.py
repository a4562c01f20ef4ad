"""Scene breaks: what authors put on a line of its own where time or place changes."""

import re

_STARS = "*⁂⁑⁎∗＊★☆✦✧✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❇❈❉❊❋❖❦❧☙◆◇◊§#"  # noqa: RUF001 - the ornaments themselves
_LINES = "-–—―_~=+•·●○◦■□▪▫▬─━═"
_ORNAMENTS = re.compile(rf"[{re.escape(_STARS)}]+|[{re.escape(_STARS + _LINES)}]{{3,}}")


def is_scene_break(line: str) -> bool:
    r"""Tell whether a line is an ornament between scenes: one star, or three signs of any kind.

    >>> [is_scene_break(line) for line in ("***", " *  *  * ", "- - -", "___", "⁂", "#", "~~~", "• • •")]
    [True, True, True, True, True, True, True, True]
    >>> [is_scene_break(line) for line in ("-", "--", "…", "* note", "#1", "?!", "")]
    [False, False, False, False, False, False, False]
    >>> is_scene_break(r"\* \* \*")
    True
    """
    return _ORNAMENTS.fullmatch("".join(line.replace("\\", "").split())) is not None
