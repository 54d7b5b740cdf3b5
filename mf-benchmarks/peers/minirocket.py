"""MiniRocket (Dempster, Schmidt, Webb, KDD 2021) with a ridge readout, on data sets of the archive.

For the table of docs/results/plain-hetero-mf-esn.md: how accurate it is and how long fit and test take on the same
machine. Written from the paper: 84 kernels of nine weights, three of them 2 and six -1, dilations spread
logarithmically, biases at quantiles of training series, the proportion of positive values as the feature. One channel,
equal lengths. Prints one line of JSON per data set and seed; the seconds do not hold the compiling.
Needs numba and scikit-learn (Debian: python3-numba python3-sklearn). Threads: NUMBA_NUM_THREADS, OMP_NUM_THREADS.
"""

import argparse
import itertools
import json
import pathlib
import time

import numba
import numpy
from sklearn.linear_model import RidgeClassifierCV, RidgeCV
from sklearn.preprocessing import StandardScaler

FEATURES = 10_000
MOST_DILATIONS = 32
TRIPLES = numpy.array(list(itertools.combinations(range(9), 3)), "int32")
GOLDEN = (numpy.sqrt(5) + 1) / 2


def schedule(length):
    """The dilations, and how many biases every kernel has at each."""
    per_kernel = FEATURES // len(TRIPLES)
    wanted = min(per_kernel, MOST_DILATIONS)
    exponents = numpy.linspace(0, numpy.log2((length - 1) / 8), wanted)
    dilations, counts = numpy.unique(numpy.floor(2**exponents).astype("int32"), return_counts=True)
    counts = counts * per_kernel // wanted
    for i in range(per_kernel - counts.sum()):
        counts[i % len(counts)] += 1
    return dilations, counts.astype("int32")


@numba.njit(fastmath=True, cache=False)
def sums(x, dilation, alpha, gamma):
    """-1 times the sum of the nine shifted series, and 3 times each of them: any kernel is a sum of four."""
    n = len(x)
    alpha[:] = 0
    gamma[:] = 0
    for j in range(9):
        shift = (j - 4) * dilation
        for t in range(max(0, -shift), min(n, n - shift)):
            alpha[t] -= x[t + shift]
            gamma[j, t] = 3 * x[t + shift]


@numba.njit(fastmath=True, parallel=True, cache=False)
def transform(x, triples, dilations, counts, biases):
    n, length = x.shape
    features = numpy.zeros((n, len(biases)), numpy.float32)
    for i in numba.prange(n):
        alpha = numpy.zeros(length, numpy.float32)
        gamma = numpy.zeros((9, length), numpy.float32)
        at = 0
        for d in range(len(dilations)):
            sums(x[i], dilations[d], alpha, gamma)
            border = 4 * dilations[d]
            for k in range(len(triples)):
                a, b, c = triples[k]
                response = alpha + gamma[a] + gamma[b] + gamma[c]
                padded = (d + k) % 2 == 0
                low = 0 if padded else border
                high = length if padded else length - border
                for _ in range(counts[d]):
                    positive = 0
                    for t in range(low, high):
                        positive += response[t] > biases[at]
                    features[i, at] = positive / (high - low)
                    at += 1
    return features


def draw_biases(x, dilations, counts, generator):
    """Quantiles, spread evenly, of every kernel's response to one training series."""
    length = x.shape[1]
    alpha = numpy.zeros(length, "float32")
    gamma = numpy.zeros((9, length), "float32")
    biases = []
    for dilation, count in zip(dilations, counts):
        for a, b, c in TRIPLES:
            sums(x[generator.integers(len(x))], dilation, alpha, gamma)
            quantiles = (numpy.arange(len(biases) + 1, len(biases) + count + 1) * GOLDEN) % 1
            biases.extend(numpy.quantile(alpha + gamma[a] + gamma[b] + gamma[c], quantiles))
    return numpy.array(biases, "float32")


def fit_and_test(train, test, seed):
    """The score, accuracy or RMSE, and the seconds of fit and test."""
    start = time.perf_counter()
    (train_x, train_y), (test_x, test_y) = train, test
    dilations, counts = schedule(train_x.shape[1])
    biases = draw_biases(train_x, dilations, counts, numpy.random.default_rng(seed))
    features = [transform(x, TRIPLES, dilations, counts, biases) for x in (train_x, test_x)]
    scaler = StandardScaler(with_mean=False).fit(features[0])
    regression = train_y.dtype.kind == "f"
    readout = (RidgeCV if regression else RidgeClassifierCV)(alphas=numpy.logspace(-3, 5, 17))
    predicted = readout.fit(scaler.transform(features[0]), train_y).predict(scaler.transform(features[1]))
    score = numpy.sqrt(numpy.mean((predicted - test_y) ** 2)) if regression else numpy.mean(predicted == test_y)
    return float(score), time.perf_counter() - start


def read(path):
    """A .ts file of one channel and equal lengths."""
    header, _, body = path.read_text().partition("@data")
    rows = [line.strip().split(":") for line in body.splitlines() if line.strip()]
    if any(len(row) != 2 for row in rows):
        raise SystemExit(f"{path}: more than one channel; this script reads one")
    x = numpy.array([numpy.array(row[0].split(","), "float32") for row in rows])
    targets = "@targetlabel" in header.lower()
    return x, numpy.array([row[1] for row in rows], float if targets else str)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts")
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--seeds", type=int, default=5, help="seeds 1 to this (default 5)")
    arguments = parser.parse_args()
    for name in arguments.names:
        train, test = (read(arguments.folder / name / f"{name}_{part}.ts") for part in ("TRAIN", "TEST"))
        fit_and_test(train, test, 0)
        for seed in range(1, arguments.seeds + 1):
            score, seconds = fit_and_test(train, test, seed)
            print(json.dumps({"dataset": name, "seed": seed, "score": score, "seconds": round(seconds, 3)}), flush=True)


if __name__ == "__main__":
    main()
