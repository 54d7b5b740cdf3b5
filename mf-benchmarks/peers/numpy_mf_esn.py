"""MF-ESN in numpy and scikit-learn: fit and test on random series of the sizes of ECG5000.

What the benchmark ReservoirFit does, as one would write it in Python: all series step together in
single precision, the last states go to RidgeClassifier. Prints one line of JSON with the median time.
Needs numpy and scikit-learn (Debian: python3-sklearn). Threads: OMP_NUM_THREADS.
"""

import argparse
import json
import statistics
import time

import numpy
from sklearn.linear_model import RidgeClassifier

STEPS = 140
NEURONS = 100
CLASSES = 5
INPUT_SCALING, SPECTRAL_RADIUS, GAMMA, SLOPE, DELTA_T = 1.0, 0.9, 1.0, 5.0, 0.01
WARM_UP = 1


def reservoir(generator):
    """W ~ U[-omega, omega], RW by the circular law; the bias of this task is 0."""
    bound = SPECTRAL_RADIUS / numpy.sqrt(NEURONS) * 6 / numpy.sqrt(12)
    return (
        generator.uniform(-INPUT_SCALING, INPUT_SCALING, (1, NEURONS)).astype("float32"),
        generator.uniform(-bound, bound, (NEURONS, NEURONS)).astype("float32"),
    )


def last_states(x, w, rw):
    """Eqs. (8)-(12) over all steps, [n,T] to [n,N]."""
    h = numpy.zeros((len(x), NEURONS), "float32")
    for t in range(x.shape[1]):
        u = x[:, t : t + 1] * w + h @ rw
        z = 0.8 / (1 + numpy.exp(-SLOPE * u)) + 0.35
        potentiation = 1e-4 * numpy.exp(10 * z)
        depression = 0.5 * numpy.exp(-z)
        h = DELTA_T * (potentiation - (potentiation + depression) * h) + GAMMA * h
    return h


def fit_and_test(train_x, train_y, test_x, test_y):
    w, rw = reservoir(numpy.random.default_rng(1))
    readout = RidgeClassifier(alpha=1.0).fit(last_states(train_x, w, rw), train_y)
    return readout.score(last_states(test_x, w, rw), test_y)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--train", type=int, default=500, help="series to fit (default 500)")
    parser.add_argument("--test", type=int, default=4500, help="series to test (default 4500)")
    parser.add_argument("--repeats", type=int, default=5, help="timed repetitions (default 5)")
    arguments = parser.parse_args()

    generator = numpy.random.default_rng(2)
    x = generator.standard_normal((arguments.train + arguments.test, STEPS)).astype("float32")
    y = numpy.arange(len(x)) % CLASSES
    n = arguments.train
    seconds = []
    for _ in range(WARM_UP + arguments.repeats):
        start = time.perf_counter()
        fit_and_test(x[:n], y[:n], x[n:], y[n:])
        seconds.append(time.perf_counter() - start)
    result = {
        "benchmark": "numpy.ReservoirFit",
        "params": {"train": str(n), "test": str(arguments.test)},
        "median": statistics.median(seconds[WARM_UP:]),
        "unit": "s/op",
    }
    print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
