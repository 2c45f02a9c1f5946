"""Formulas of the methods in MathML Core, which browsers set by themselves. They hold no words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe

from registan.health.methods import grouped

if TYPE_CHECKING:
    from collections.abc import Mapping


def _i(name: str) -> str:
    return f"<mi>{name}</mi>"


def _o(sign: str) -> str:
    return f"<mo>{sign}</mo>"


def _n(digits: object) -> str:
    return f"<mn>{digits}</mn>"


def _row(*parts: str) -> str:
    return f"<mrow>{''.join(parts)}</mrow>"


def _sub(base: str, below: str) -> str:
    return f"<msub>{base}{below}</msub>"


def _sup(base: str, above: str) -> str:
    return f"<msup>{base}{above}</msup>"


def _frac(above: str, below: str) -> str:
    return f"<mfrac>{above}{below}</mfrac>"


def _in(*parts: str) -> str:
    return _row(_o("("), *parts, _o(")"))


def _math(*parts: str) -> SafeString:
    text = f'<math display="block">{"".join(parts)}</math>'
    return mark_safe(text)  # noqa: S308  constants of this file


MU, Y, ALPHA, PHI = _i("μ"), _i("y"), _i("α"), _i("φ")
MU_T, Y_T, W_T = _sub(MU, _i("t")), _sub(Y, _i("t")), _sub(_i("ω"), _i("t"))
SUM = "<munder><mo>∑</mo><mi>t</mi></munder>"
LOG_MODEL = _math(
    _i("log"), MU_T, _o("="), ALPHA, _o("+"), _i("β"), _i("t"), _o("+"),
    _sub(_i("γ"), _row(_i("j"), _in(_i("t")))), _o(","), _row(_i("Var")), _sub(Y, _i("t")), _o("="),
    PHI, MU_T,
)  # fmt: skip
SQUARE = _sup(_in(Y_T, _o("−"), MU_T), _n(2))
DISPERSION = _math(
    PHI, _o("="), _row(_i("max")), _in(_n(1), _o(","), _frac(_n(1), _row(_i("n"), _o("−"), _i("q"))),
    SUM, W_T, _frac(SQUARE, MU_T)),
)  # fmt: skip
DISPERSION_R = _math(
    PHI, _o("="), _frac(_n(1), _row(_i("n"), _o("−"), _i("q"))), SUM, W_T,
    _sup(_in(_frac(_row(Y_T, _o("−"), MU_T), MU_T)), _n(2)),
)  # fmt: skip
Z = _sub(_i("z"), _row(_n(1), _o("−"), ALPHA))
SCORE = _math(
    _i("X"), _o("="), _frac(_row(Y, _o("−"), MU), _row(_i("U"), _o("−"), MU)), _o(">"), _n(1)
)
TAIL = _math(
    _i("U"), _o("="), _row(_i("min")), _row(_o("{"), _i("u"), _o(":"), _row(_i("P")),
    _in(_i("Y"), _o("≤"), _i("u")), _o("≥"), _n(1), _o("−"), ALPHA, _o("}")), _o(","), _i("Y"), _o("~"),
    _row(_i("NB")), _in(MU, _o(","), PHI, MU),
)  # fmt: skip
DELTA = _math(
    _i("U"), _o("="), _sup(_in(_sup(MU, _frac(_n(2), _n(3))), _o("+"), Z,
    "<msqrt>", _frac(_n(4), _n(9)), _sup(MU, _frac(_n(1), _n(3))), _i("τ"), "</msqrt>"),
    _frac(_n(3), _n(2))), _o(","), _i("τ"), _o("="), PHI, _o("+"),
    _frac(_sup(_i("se"), _n(2)), MU),
)  # fmt: skip
BAR, SD = "<mover><mi>y</mi><mo>¯</mo></mover>", _sub(_i("s"), _i("t"))
BAR_T = _sub(BAR, _i("t"))
EARS_BOUND = _math(
    _sub(_i("U"), _i("t")), _o("="), BAR_T, _o("+"), Z, _row(_i("max")), _in(SD, _o(","),
    _sub(_i("s"), _row(_i("min")))),
)  # fmt: skip
EARS_C3 = _math(
    _sub(_i("C3"), _i("t")), _o("="),
    _row("<munderover><mo>∑</mo>", _row(_i("i"), _o("="), _i("t"), _o("−"), _n(2)), _i("t"),
         "</munderover>"),
    _row(_i("max")), _in(_n(0), _o(","), _sub(_i("C2"), _i("i")), _o("−"), _n(1)),
)  # fmt: skip


Lines = list[tuple[str, SafeString]]


def formulas(algorithm: str, parameters: Mapping[str, Any]) -> Lines:
    """(key of the sentence before it, formula), in the order of the computation."""
    found: Lines = []
    for given in grouped(algorithm, parameters).values():
        for line in _of_farrington(given) if "b" in given else _of_ears(given):
            if line not in found:
                found.append(line)
    score = ("method.formula.score", SCORE)
    return [*(line for line in found if line != score), score]


def _of_farrington(given: Mapping[str, Any]) -> Lines:
    is_delta = given["thresholdMethod"] == "delta"
    return [
        ("method.formula.model", LOG_MODEL), ("method.formula.dispersion", DISPERSION),
        ("method.formula.delta", DELTA) if is_delta else ("method.formula.tail", TAIL),
    ]  # fmt: skip


def _of_ears(given: Mapping[str, Any]) -> Lines:
    found: Lines = [("method.formula.ears", EARS_BOUND)]
    return [*found, ("method.formula.c3", EARS_C3)] if given["method"] == "C3" else found


def formulas_of_difference() -> tuple[SafeString, SafeString]:
    """The dispersion as the papers have it, and as the R package computes it for trend and error."""
    return DISPERSION, DISPERSION_R
