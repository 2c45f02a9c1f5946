"""Made-up rounds of requests and offers: 10 States, 30 items, 4 weeks, offers 0.6 of the requests."""

from __future__ import annotations

import random

from registan.kernel.match.instance import Instance, Item, Lane, Offer, Request

STATES = tuple(f"S{number}" for number in range(10))
ITEMS, WEEKS = 30, 4
COLD, ODDS = ("ambient", "2-8", "-20", "-70"), (0.6, 0.25, 0.1, 0.05)


def instance(requests: int, seed: int = 1) -> Instance:
    """A round with as many requests; the same for the same seed."""
    rng = random.Random(seed)
    items = tuple(
        Item(f"i{n}", "pack", rng.choices(COLD, ODDS)[0], rng.choice((0.01, 0.05, 0.2)))
        for n in range(ITEMS)
    )
    lanes = tuple(
        _lane(rng, donor, state, requests) for donor in STATES for state in STATES if donor != state
    )
    asked = tuple(_request(rng, n) for n in range(requests))
    offers = tuple(_offer(rng, n) for n in range(requests * 6 // 10))
    return Instance(items, asked, offers, lanes, WEEKS)


def _lane(rng: random.Random, donor: str, state: str, requests: int) -> Lane:
    cold = {"ambient"}
    for kept, share in (("2-8", 0.8), ("-20", 0.5), ("-70", 0.3)):
        if rng.random() < share:
            cold.add(kept)
    return Lane(
        donor, state, rng.choice((0, 1, 1, 2)), frozenset(cold), rng.uniform(0.05, 0.5) * requests,
        frozenset(w for w in range(WEEKS) if rng.random() < 0.4) or frozenset({0}),
        rng.uniform(1, 5), rng.uniform(50, 200),
    )  # fmt: skip


def _request(rng: random.Random, number: int) -> Request:
    item, quantity = rng.randrange(ITEMS), rng.randrange(20, 500)
    substitutes = {f"i{(item + 1) % ITEMS}": rng.choice((0.5, 0.8, 1.0))}
    begins = rng.randrange(3)
    return Request(
        f"r{number}", rng.choice(STATES), f"i{item}", quantity, (begins, begins + rng.randrange(1, 3)),
        rng.choice((1, 1, 10)), rng.choice((0, 4, 8)), rng.choice((1.0, 2.0, 4.0)),
        substitutes if rng.random() < 0.2 else {},
    )  # fmt: skip


def _offer(rng: random.Random, number: int) -> Offer:
    stock = rng.randrange(50, 1000)
    return Offer(
        f"o{number}", rng.choice(STATES), f"i{rng.randrange(ITEMS)}", stock, stock // 10,
        rng.choice((0, 0, 0, 1, 2)), rng.choice((None, 6, 10, 30)), rng.choice((1, 10, 50)),
        never_for=frozenset({rng.choice(STATES)}) if rng.random() < 0.1 else frozenset(),
        price=rng.choice((0.0, 0.0, 3.0)),
    )  # fmt: skip
