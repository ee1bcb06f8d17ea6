"""An honour on its laureate's time line.

In Python, because it is the heart of nearly every page of a large site: a template takes four times as long.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from bangvang.pages.addresses import ROOT, VERIFY
from bangvang.pages.escaping import escaped, markup
from bangvang.pages.honours import HonourView
from bangvang.pages.number_marks import unbroken
from bangvang.pages.pieces import INVENTED, fact, facts, icon, links
from bangvang.pages.qr_pictures import qr_picture
from bangvang.records.record import Source

_STAR, _CLOCK = (
    f'<span class="bv-line__dot" aria-hidden="true"><span class="bv-i i-{name}"></span></span>'
    for name in ("star", "clock")
)
_NO_NUMBER = Markup('<span class="bv-unknown">Chưa có số quyết định</span>')
_UNVERIFIED = Markup('<span class="bv-unknown">Chưa xác minh</span>')
_DISPUTED = f'<span class="bv-badge bv-badge--warn">{icon("warn")}Các nguồn chưa thống nhất</span>'
_CROSS, _INFO, _WARN, _DOC = icon("cross"), icon("info"), icon("warn"), icon("doc")
_SEAL = icon("seal")
_UNFOLD = f"{_SEAL}Xác minh khen thưởng"


def honour_items(honours: Iterable[HonourView]) -> Markup:
    """The whole of what is known of each honour."""
    return markup("".join(map(_item, honours)))


def _item(honour: HonourView) -> str:
    return (
        f'<li id="{escaped(honour.anchor)}" class="{_state(honour)}">{_STAR if honour.year else _CLOCK}\n'
        f'<article class="bv-card"><div><p class="bv-line__y">{honour.year or "Chưa rõ năm"}</p>'
        f'<h3 class="bv-h3">{_title(honour)}</h3></div>{_badges(honour)}\n{_proof(honour)}'
        f'<dl class="bv-facts">\n{_facts(honour)}</dl>\n{_notes(honour)}'
        f'<a class="bv-more bv-noprint" href="#{escaped(honour.anchor)}">{_UNFOLD}</a></article></li>\n'
    )


def _state(honour: HonourView) -> str:
    if honour.top:
        return "is-top"
    if honour.fallen:
        return "is-fallen"
    return "is-plain" if honour.year else "is-open"


def _title(honour: HonourView) -> str:
    title = escaped(honour.title)
    if honour.fallen:
        return f"<s>{title}</s>"
    return honour.award._replace(text=honour.title).__html__() if honour.award else title


def _badges(honour: HonourView) -> str:
    fallen = f'<span class="bv-badge bv-badge--warn">{_CROSS}{escaped(honour.fallen)}</span>' if honour.fallen else ""
    disputed = _DISPUTED if honour.dispute else ""
    return f'<div class="bv-chips">{fallen}{disputed}</div>' if fallen or disputed else ""


def _facts(honour: HonourView) -> str:
    register = f"Số vào sổ {honour.register_number}" if honour.register_number else ""
    rest = (
        ("Cơ quan khen thưởng", honour.authority or _UNVERIFIED),
        ("Ngày", honour.day or _UNVERIFIED),
        ("Nơi khi được khen", honour.place),
        ("Đơn vị khi được khen", honour.unit),
        ("Phong trào", honour.campaign),
        ("Hình thức xét", honour.ground),
        ("Cùng được tặng", links(honour.shared_with) if honour.shared_with else None),
    )
    return f"{fact('Quyết định', honour.decision or honour.number or _NO_NUMBER, register)}\n{facts(rest)}"


def _notes(honour: HonourView) -> str:
    notes = [f"<p>{escaped(honour.reason)}</p>"] if honour.reason else []
    notes += [_note(_INFO, turn.__html__()) for turn in honour.turns]
    notes += [_note(_INFO, amendment.__html__()) for amendment in honour.amendments]
    if honour.dispute:
        claims = "; ".join(escaped(claim.text) for claim in honour.dispute.claims)
        notes.append(_note(_WARN, f"{escaped(honour.dispute.what)}: {claims}"))
    if honour.sources:
        notes.append(_note(_DOC, f"Nguồn: {', '.join(map(_source, honour.sources))}"))
    return "".join(notes)


def _proof(honour: HonourView) -> str:
    """What whoever comes by the code looks for, folded until the honour is asked for by its address."""
    return (
        f'<div class="bv-verify"{_numbers(honour)}><div><p><b>{escaped(honour.recipient)}</b></p>'
        f"<p>{_paper(honour)}</p>{_standing(honour)}{INVENTED if honour.invented else ''}"
        f'<p class="bv-noprint"><a href="{ROOT}{VERIFY}">Tra cứu khen thưởng khác</a></p></div>{_code(honour)}</div>\n'
    )


def _paper(honour: HonourView) -> str:
    """“Quyết định số 15/QĐ-UBND ngày 02/9/2026 của Ủy ban nhân dân xã Mẫu, số vào sổ 12”."""
    number = f"Quyết định số {honour.number}" if honour.number else "Khen thưởng"
    named = " ".join(part for part in (honour.decision.text if honour.decision else number, honour.when) if part)
    of = f" của {honour.authority.text}" if honour.authority else ""
    register = f", số vào sổ {honour.register_number}" if honour.register_number else ""
    return unbroken(escaped(f"{named}{of}{register}"))


def _numbers(honour: HonourView) -> str:
    """By which verify.js finds the honour."""
    number = f' data-number="{escaped(honour.number)}"' if honour.number else ""
    register = f' data-register="{escaped(honour.register_number)}"' if honour.register_number else ""
    return number + register


def _code(honour: HonourView) -> str:
    if not honour.address:
        return ""
    size, picture = qr_picture(honour.address)
    return (
        '<img class="bv-verify__qr" alt="Mã QR dẫn tới phần khen thưởng này" '
        f'width="{size}" height="{size}" src="{picture}">'
    )


def _standing(honour: HonourView) -> str:
    """Whether it stands, as of the day on which the site was built."""
    since = unbroken(escaped(honour.turns[-1].ground)) if honour.turns else ""
    if honour.fallen:
        return f'<p class="bv-verify__no">{_CROSS}<span>{escaped(honour.fallen)} {since}</span></p>'
    if not (honour.number or honour.register_number):
        return f'<p class="bv-verify__no">{_WARN}<span>Chưa có số quyết định để đối chiếu</span></p>'
    restored = f", đã khôi phục {since}" if since else ""
    return f'<p class="bv-verify__ok">{_SEAL}<span>Còn hiệu lực{restored}</span></p>'


def _note(symbol: str, text: str) -> str:
    return f'<p class="bv-meta">{symbol}<span>{text}</span></p>'


def _source(source: Source) -> str:
    title = escaped(source.title)
    return f'<a href="{escaped(source.url)}" rel="noopener">{title}</a>' if source.url else title
