"""scikit-learn's RidgeClassifierCV on the features that `mf-benchmarks/run ReadoutScaling FOLDER` has written.

For the table of docs/performance.md. The same 17 penalties, exact leave-one-out errors, features standardised as ours
are (StandardScaler, whose time counts as it does there). Prints one line per file, in Markdown.
Needs scikit-learn (Debian: python3-sklearn). Threads: OMP_NUM_THREADS.
"""

import argparse
import pathlib
import time

import numpy
from sklearn.linear_model import RidgeClassifierCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("names", nargs="*", help="beginnings of names; default: all")
arguments = parser.parse_args()

print("| like | n | features | classes | s |")
print("|--|--|--|--|--|")
for file in sorted(arguments.folder.glob("*.features")):
    if arguments.names and not file.name.startswith(tuple(arguments.names)):
        continue
    name, rows, features, classes = file.stem.rsplit("-", 3)
    x = numpy.fromfile(file, ">f8").astype("f8").reshape(int(rows), int(features))
    y = numpy.fromfile(file.with_suffix(".labels"), ">i4").astype("i4")
    readout = make_pipeline(StandardScaler(), RidgeClassifierCV(alphas=numpy.logspace(-3, 5, 17)))
    start = time.perf_counter()
    readout.fit(x, y)
    print(f"| {name} | {int(rows):,} | {int(features):,} | {classes} | {time.perf_counter() - start:.1f} |", flush=True)
