"""Makes scikit-learn.json: what Ridge, RidgeClassifier, RidgeCV and RidgeClassifierCV of scikit-learn find.

Run as: python3 scikit-learn.py > scikit-learn.json (Debian: python3-sklearn; made with scikit-learn 1.2.1).
Class weights are passed as weights of the examples, which is what RidgeClassifierCV does with class_weight.
"""

import json

import numpy as np
import sklearn
from sklearn.linear_model import Ridge, RidgeClassifier, RidgeClassifierCV, RidgeCV
from sklearn.preprocessing import StandardScaler
from sklearn.utils.class_weight import compute_sample_weight

rng = np.random.default_rng(20)
GRID = np.logspace(-3, 5, 17)
cases = []


def features(n, p, scale_spread=1.0):
    mixed = rng.standard_normal((n, p)) @ (np.eye(p) + 0.3 * rng.standard_normal((p, p)) / np.sqrt(p))
    return mixed * np.exp(scale_spread * rng.standard_normal(p)) + 2 * rng.standard_normal(p)


def rows(a):
    return np.round(np.asarray(a, float), 6)


def plus_minus(labels, classes):
    return np.where(labels[:, None] == np.arange(classes), 1.0, -1.0)


def case(name, x, y, model, weights=None, lambdas=None, errors=None, standardised=False):
    coef = np.atleast_2d(model.coef_)
    cases.append({
        "name": name,
        "x": x.tolist(),
        "y": y.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "lambdas": [model.alpha] if lambdas is None else list(lambdas),
        "errors": None if errors is None else list(errors),
        "lambda": float(model.alpha if lambdas is None else model.alpha_),
        "standardised": standardised,
        "coef": coef.tolist(),
        "intercept": np.atleast_1d(model.intercept_).tolist(),
    })


def search(name, x, y, weights=None, standardised=False):
    inputs = StandardScaler().fit(x, sample_weight=weights).transform(x) if standardised else x
    cv = RidgeCV(alphas=GRID, store_cv_values=True).fit(inputs, y, sample_weight=weights)
    total = len(x) if weights is None else weights.sum()
    errors = cv.cv_values_.reshape(-1, len(GRID)).sum(axis=0) / (total * y.shape[1])
    case(name, x, y, cv, weights, GRID, errors, standardised)


def labelled(n, p, classes, shares):
    labels = rng.choice(classes, size=n, p=shares)
    labels[:classes] = np.arange(classes)
    x = rows(features(n, p) + 0.8 * rng.standard_normal((classes, p))[labels])
    return x, labels


for n, p, name in ((40, 7, "primal"), (12, 30, "dual"), (15, 15, "square")):
    x, y = rows(features(n, p)), rows(rng.standard_normal((n, 3)) + 1)
    for alpha in (1e-3, 1.0, 300.0):
        case(f"Ridge {name} {alpha}", x, y, Ridge(alpha=alpha).fit(x, y))
    weights = rows(rng.uniform(0.2, 3, n))
    case(f"Ridge weighted {name}", x, y, Ridge(alpha=2.0).fit(x, y, sample_weight=weights), weights)
    search(f"RidgeCV {name}", x, x[:, :1] @ np.ones((1, 2)) + y[:, :2])
    search(f"RidgeCV standardised {name}", x, x[:, :1] @ np.ones((1, 2)) + y[:, :2], standardised=True)
    search(f"RidgeCV weighted {name}", x, x[:, :1] @ np.ones((1, 2)) + y[:, :2], weights)
    search(f"RidgeCV weighted standardised {name}", x, y, weights, True)

for n, p, name in ((60, 6, "primal"), (20, 40, "dual")):
    x, labels = labelled(n, p, 3, [0.7, 0.2, 0.1])
    y = plus_minus(labels, 3)
    case(f"RidgeClassifier {name}", x, y, RidgeClassifier(alpha=0.5).fit(x, labels))
    balanced = compute_sample_weight("balanced", labels)
    case(f"RidgeClassifier balanced {name}", x, y,
         RidgeClassifier(alpha=0.5, class_weight="balanced").fit(x, labels), balanced)
    case(f"RidgeClassifierCV {name}", x, y, RidgeClassifierCV(alphas=GRID).fit(x, labels), None, GRID)
    case(f"RidgeClassifierCV balanced {name}", x, y,
         RidgeClassifierCV(alphas=GRID, class_weight="balanced").fit(x, labels), balanced, GRID)

print("{\"version\": %s, \"cases\": [" % json.dumps(sklearn.__version__))
print(",\n".join(json.dumps(c) for c in cases))
print("]}")
