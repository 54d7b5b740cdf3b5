"""Makes control-charts.csv: the first chart of each class of the training set of ControlCharts.generate(1999).

An implementation of its own, from the equations of Alcock and Manolopoulos (1999) and the definition of
SplitMix64; run as: python3 control-charts.py > control-charts.csv
"""

import math

MASK = (1 << 64) - 1
M, S, N, PER_CLASS = 30.0, 2.0, 60, 50


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next_long(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def uniform(self, lower, upper):
        return lower + (upper - lower) * ((self.next_long() >> 11) * 2.0**-53)


def pattern(kind, rng):
    if kind == "normal":
        return lambda t: 0.0
    if kind == "cyclic":
        a, period = rng.uniform(10, 15), rng.uniform(10, 15)
        return lambda t: a * math.sin(2 * math.pi * t / period)
    sign = 1 if kind in ("increasing trend", "upward shift") else -1
    if kind.endswith("trend"):
        g = rng.uniform(0.2, 0.5)
        return lambda t: sign * g * t
    x, t3 = rng.uniform(7.5, 20), rng.uniform(N / 3, 2 * N / 3)
    return lambda t: sign * x if t >= t3 else 0.0


def chart(kind, rng):
    add = pattern(kind, rng)
    y = [M + rng.uniform(-3, 3) * S + add(t) for t in range(1, N + 1)]
    mean = math.fsum(y) / N
    deviation = math.sqrt(math.fsum((v - mean) ** 2 for v in y) / (N - 1))
    return [(v - mean) / deviation for v in y]


KINDS = ["normal", "cyclic", "increasing trend", "decreasing trend", "upward shift", "downward shift"]
train = SplitMix64(SplitMix64(1999).next_long())
for kind in KINDS:
    charts = [chart(kind, train) for _ in range(PER_CLASS)]
    print(",".join(repr(v) for v in charts[0]))
