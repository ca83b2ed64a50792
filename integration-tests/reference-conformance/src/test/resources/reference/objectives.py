"""Writes own-objective-*.json: objectives computed from their papers' formulas, in float64 with NumPy alone.

Losses are written down from the papers and the authors' published code, as directly as they read:
the matrices of the hypernetwork are made, images are turned by numpy.rot90, labels are put together
value by value. Gradients are central differences of the loss, so nothing is derived by hand. All
that is shared with the SDK are the names of its settings and variables.

    python3 objectives.py      writes the files beside itself
"""

import json
import pathlib
import zlib

import numpy as np

HERE = pathlib.Path(__file__).parent
BATCH, SIDE, WIDTH = 6, 8, 6
TEMPERATURE = 0.2


# --- Inputs by formula, as in the other cases ---------------------------------------------------


def mix(x):
    x = x.astype(np.uint32)
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x7FEB352D)
    x ^= x >> np.uint32(15)
    x *= np.uint32(0x846CA68B)
    return x ^ (x >> np.uint32(16))


def fill(spec):
    k = np.arange(np.prod(spec["shape"]), dtype=np.uint64) + zlib.crc32(spec["fill"].encode())
    values = (mix(k & 0xFFFFFFFF) / 2.0**32 - 0.5) * 2 * spec["scale"] + spec["offset"]
    return values.astype(np.float32).astype(np.float64).reshape(spec["shape"])


# --- Networks -----------------------------------------------------------------------------------


class Weights:
    """The variables of a case: their formulas, and the values that the loss is computed with."""

    def __init__(self, case):
        self.case, self.specs, self.values = case, {}, {}

    def __call__(self, name, *shape, scale=1.0, offset=0.0):
        if name not in self.values:
            spec = {"fill": f"{self.case}.{name}", "shape": list(shape), "scale": scale, "offset": offset}
            self.specs[name], self.values[name] = spec, fill(spec)
        return self.values[name]


def encoder(w, images):
    """Means of the colours, plain and weighted by both coordinates; then a dense layer."""
    height, width = images.shape[1:3]
    v = (2 * (np.arange(height) + 0.5) / height - 1)[None, :, None, None]
    u = (2 * (np.arange(width) + 0.5) / width - 1)[None, None, :, None]
    moments = [(images * factor).mean(axis=(1, 2)) for factor in (1, v, u)]
    return np.concatenate(moments, axis=1) @ w("backbone.dense.weight", WIDTH, 9).T


def batch_norm(w, name, x):
    centred = x - x.mean(axis=0)
    unit = centred / np.sqrt((centred**2).mean(axis=0) + 1e-5)
    return unit * w(name + ".weight", x.shape[1], scale=0.5, offset=1.0) + w(name + ".bias", x.shape[1], scale=0.5)


def layer_norm(w, name, x):
    centred = x - x.mean(axis=1, keepdims=True)
    unit = centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + 1e-5)
    return unit * w(name + ".weight", x.shape[1], scale=0.5, offset=1.0) + w(name + ".bias", x.shape[1], scale=0.5)


def dense(w, name, x, outputs, bias):
    y = x @ w(name + ".weight", outputs, x.shape[1]).T
    return y + w(name + ".bias", outputs, scale=0.3) if bias else y


def perceptron(w, name, x, widths):
    for i, width in enumerate(widths):
        x = dense(w, f"{name}.{3 * i}", x, width, False)
        if i < len(widths) - 1:
            x = np.maximum(batch_norm(w, f"{name}.{3 * i + 1}", x), 0)
    return x


def hypernetwork(w, y, codes):
    """(H l) y with the matrix H l made for every row, H being PyTorch's weight [d d, k]."""
    d, k = y.shape[1], codes.shape[1]
    weight = w("objective.hypernetwork.weight", d, d * k, scale=0.5).reshape(d * d, k)
    return np.stack([(weight @ code).reshape(d, d) @ row for row, code in zip(y, codes)])


def info_nce(a, b):
    """SimCLR's loss (Chen et al. 2020, equation 1), over both directions, without a projector."""
    z = np.concatenate([a, b])
    z = z / np.linalg.norm(z, axis=1, keepdims=True)
    s = z @ z.T / TEMPERATURE
    n = len(a)
    total = 0
    for i in range(2 * n):
        others = np.array([s[i, j] for j in range(2 * n) if j != i])
        total += np.log(np.exp(others).sum()) - s[i, (i + n) % (2 * n)]
    return total / (2 * n)


# --- Steps of the pipeline, and labels ----------------------------------------------------------


def steps():
    random = np.random.default_rng(20240117)

    def step(place, name, shared, conditional, columns):
        def rows():
            drawn = []
            for image in range(BATCH):
                if shared and image % 2 == 1:
                    drawn.append(drawn[-1])
                    continue
                row = []
                for column in columns:
                    x = random.random()
                    value = column["min"] + x * (column["max"] - column["min"])
                    row.append(int(x * (column["max"] + 1)) if column["kind"] == "categorical" else float(np.float32(value)))
                drawn.append((row, int(random.random() < 0.6) if conditional else 1))
            return [row for row, coin in drawn], [coin for row, coin in drawn]

        first, first_applied = rows()
        second, second_applied = rows()
        return {
            "transformation": "standard:" + name,
            "location": f"pipeline[{place}].{name}",
            "sharing": "pair" if shared else "image",
            "conditional": conditional,
            "columns": columns,
            "first": first,
            "second": second,
            "firstApplied": first_applied,
            "secondApplied": second_applied,
        }

    def column(name, low, high, kind="continuous"):
        return {"name": name, "kind": kind, "min": low, "max": high}

    return [
        step(0, "random-resized-crop", True, False, [column(n, 0, 1) for n in ("left", "top", "width", "height")]),
        step(1, "color-jitter", True, True,
             [column(n, 0.6, 1.4) for n in ("brightness", "contrast", "saturation")]
             + [column("hue", -0.1, 0.1), column("order", 0, 2, "categorical")]),
        step(2, "horizontal-flip", False, True, []),
    ]


def label(all_steps, view, image, shared_only):
    values = []
    for step in all_steps:
        if shared_only and step["sharing"] != "pair":
            continue
        coin = step[view + "Applied"][image]
        if step["conditional"]:
            values.append(coin)
        for column, value in zip(step["columns"], step[view][image]):
            if column["kind"] == "categorical":
                values += [coin * float(value == i) for i in range(int(column["max"]) + 1)]
            else:
                half = (column["max"] - column["min"]) / 2
                values.append(coin * ((value - column["min"]) / half - 1))
    return values


def codes(all_steps, source, target, difference=False, shared_only=True):
    rows = []
    for image in range(BATCH):
        a = label(all_steps, source, image, shared_only)
        b = label(all_steps, target, image, shared_only)
        rows.append([1.0] + ([y - x for x, y in zip(a, b)] if difference else a + b))
    return np.array(rows)


# --- Objectives: each returns its terms as {name: (weight, value)} ------------------------------


def augself(w, x1, x2, drawn, hidden, weights):
    """Lee et al. 2021, section 3, with the differences of the authors' code (transforms.py)."""
    crop, jitter, flip = drawn

    def centres(view):
        left, top, width, height = np.array(crop[view]).T
        return top + height / 2, left + width / 2, height, width

    def crop_difference(a, b):
        ya, xa, ha, wa = centres(a)
        yb, xb, hb, wb = centres(b)
        mirrored = np.array(flip[a + "Applied"]) == 1
        xa, xb = np.where(mirrored, 1 - xa, xa), np.where(mirrored, 1 - xb, xb)
        return np.stack([ya - yb, xa - xb, ha - hb, wa - wb], axis=1)

    def strength(view):
        rows = []
        for row, coin in zip(jitter[view], jitter[view + "Applied"]):
            b, c, s, h, _ = row
            rows.append([(b - 1) / 0.8, (c - 1) / 0.8, (s - 1) / 0.8, h / 0.2] if coin else [0, 0, 0, 0])
        return np.array(rows)

    y1, y2 = encoder(w, x1), encoder(w, x2)
    pairs = np.concatenate([np.concatenate([y1, y2], 1), np.concatenate([y2, y1], 1)])

    def head(name, outputs):
        x = pairs
        for i in (0, 3):
            x = dense(w, f"objective.{name}.{i}", x, hidden, False)
            x = np.maximum(batch_norm(w, f"objective.{name}.{i + 1}", x), 0)
        return dense(w, f"objective.{name}.6", x, outputs, True)

    crops = np.concatenate([crop_difference("first", "second"), crop_difference("second", "first")])
    colors = np.concatenate([strength("first") - strength("second"), strength("second") - strength("first")])
    alike = np.array(flip["firstApplied"]) == np.array(flip["secondApplied"])
    alike = np.concatenate([alike, alike]).astype(float)[:, None]
    probability = 1 / (1 + np.exp(-head("flip", 1)))
    return {
        "invariance": (weights["invariance"], info_nce(y1, y2)),
        "crop": (weights["crop"], ((np.tanh(head("crop", 4)) - crops) ** 2).mean()),
        "color": (weights["color"], ((np.tanh(head("color", 4)) - colors) ** 2).mean()),
        "flip": (weights["flip"], -(alike * np.log(probability) + (1 - alike) * np.log(1 - probability)).mean()),
    }


def e_ssl(w, x1, x2, drawn, lam, predictor, shrink):
    """Dangovski et al. 2022, section 3; predictor and rotations of the authors' cifar10/main.py."""
    y1, y2 = encoder(w, x1), encoder(w, x2)
    side = SIDE // shrink
    small = np.zeros((BATCH, side, side, 3))
    for i in range(side):
        for j in range(side):
            small[:, i, j] = x1[:, i * shrink : (i + 1) * shrink, j * shrink : (j + 1) * shrink].mean(axis=(1, 2))
    x = encoder(w, np.concatenate([np.rot90(small, turns, axes=(1, 2)) for turns in range(4)]))
    for i, width in enumerate(predictor):
        x = dense(w, f"objective.rotation.{3 * i}", x, width, True)
        x = np.maximum(layer_norm(w, f"objective.rotation.{3 * i + 1}", x), 0)
    logits = dense(w, f"objective.rotation.{3 * len(predictor)}", x, 4, True)
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    turns = np.repeat(np.arange(4), BATCH)
    return {
        "invariance": (1, info_nce(y1, y2)),
        "rotation": (lam, -np.mean([log_p[row, turns[row]] for row in range(4 * BATCH)])),
    }


def equimod(w, x1, x2, drawn, weights, difference=False, shared_only=True):
    y1, y2 = encoder(w, x1), encoder(w, x2)
    p1 = hypernetwork(w, y2, codes(drawn, "second", "first", difference, shared_only))
    p2 = hypernetwork(w, y1, codes(drawn, "first", "second", difference, shared_only))
    return {
        "invariance": (weights["invariance"], info_nce(y1, y2)),
        "equivariance": (
            weights["equivariance"],
            info_nce(np.concatenate([y1, y2]), np.concatenate([p1, p2])),
        ),
    }


def sie(w, x1, x2, drawn, equivariant, weights):
    y1, y2 = encoder(w, x1), encoder(w, x2)
    i1, i2 = y1[:, :-equivariant], y2[:, :-equivariant]
    e1, e2 = y1[:, -equivariant:], y2[:, -equivariant:]
    p1 = hypernetwork(w, e2, codes(drawn, "second", "first"))
    p2 = hypernetwork(w, e1, codes(drawn, "first", "second"))
    return {
        "invariance": (weights["invariance"], info_nce(i1, i2)),
        "equivariance": (
            weights["equivariance"],
            info_nce(np.concatenate([e1, e2]), np.concatenate([p1, p2])),
        ),
    }


def sie_published(w, x1, x2, drawn, equivariant, expander, similarity, factor, variance, covariance):
    """Garrido et al. 2023, section 4, with the constants of the authors' code."""
    y1, y2 = encoder(w, x1), encoder(w, x2)
    share = equivariant / WIDTH
    inv_widths = [int(np.round(width * (1 - share))) for width in expander]
    equi_widths = [int(np.round(width * share)) for width in expander]
    i1, i2 = (perceptron(w, "objective.invariant-expander", y[:, :-equivariant], inv_widths) for y in (y1, y2))
    e1, e2 = (perceptron(w, "objective.equivariant-expander", y[:, -equivariant:], equi_widths) for y in (y1, y2))
    p2 = hypernetwork(w, e1, codes(drawn, "first", "second"))

    def too_narrow(z):
        return np.maximum(0, 1 - np.sqrt(z.var(axis=0, ddof=1) + 1e-4)).mean()

    def redundancy(z):
        c = np.cov(z, rowvar=False)
        return sum(c[i, j] ** 2 for i in range(len(c)) for j in range(len(c)) if i != j) / len(c)

    z1, z2 = np.concatenate([i1, e1], 1), np.concatenate([i2, e2], 1)
    return {
        "invariance": (similarity, ((i1 - i2) ** 2).mean()),
        "equivariance": (similarity * factor, ((p2 - e2) ** 2).mean()),
        "variance": (variance / 2, too_narrow(z1) + too_narrow(z2)),
        "prediction-variance": (variance / 2, too_narrow(p2)),
        "covariance": (covariance, redundancy(z1) + redundancy(z2)),
    }


def sen(w, x1, x2, drawn, weights, projector, hinge, sigma, negatives, residual, difference):
    """Park et al. 2022, section 4.3; energy and hinge of the authors' sen/net/model.py."""
    y1, y2 = encoder(w, x1), encoder(w, x2)
    p1 = hypernetwork(w, y2, codes(drawn, "second", "first", difference)) + (y2 if residual else 0)
    p2 = hypernetwork(w, y1, codes(drawn, "first", "second", difference)) + (y1 if residual else 0)

    def project(y):
        return perceptron(w, "objective.projector", y, projector) if projector else y

    def energy(a, b):
        return ((a - b) ** 2).sum() * 0.5 / sigma**2

    positive, negative = [], []
    for z, p in ((project(y1), project(p1)), (project(y2), project(p2))):
        for i in range(BATCH):
            positive.append(energy(p[i], z[i]))
            others = [energy(z[i], z[(i + 2 * n) % BATCH]) for n in range(1, negatives + 1)]
            negative.append(max(0.0, hinge - np.mean(others)))
    assert any(n > 0 for n in negative) and not all(n > 0 for n in negative)
    terms = {"equivariance": (weights["equivariance"], np.mean(positive) + np.mean(negative))}
    if weights["invariance"] > 0:
        terms = {"invariance": (weights["invariance"], info_nce(y1, y2)), **terms}
    return terms


# --- Cases --------------------------------------------------------------------------------------


def write(name, objective, settings, note, terms):
    case = "own-objective-" + name
    drawn = steps()
    views = {
        view: {"fill": f"{case}.{view}", "shape": [BATCH, SIDE, SIDE, 3], "scale": 2.0, "offset": 0.3}
        for view in ("first", "second")
    }
    x1, x2 = fill(views["first"]), fill(views["second"])
    w = Weights(case)

    def loss():
        return sum(weight * value for weight, value in terms(w, x1, x2, drawn).values())

    expected_terms = {term: value for term, (weight, value) in terms(w, x1, x2, drawn).items()}
    expected = loss()
    gradients = {}
    for variable, values in w.values.items():
        flat = values.reshape(-1)
        gradient = []
        for i in range(flat.size):
            at, differences = flat[i], []
            for step in (1e-5, 5e-6):
                flat[i] = at + step
                above = loss()
                flat[i] = at - step
                differences.append((above - loss()) / (2 * step))
            flat[i] = at
            # A bend between the two points would show: such a case is no reference.
            assert abs(differences[0] - differences[1]) < 1e-6 * (1 + abs(differences[0])), (case, variable, i)
            gradient.append(float(f"{differences[0]:.8g}"))
        gradients[variable] = gradient
    head = {
        "case": case,
        "kind": "objective",
        "note": note,
        "objective": objective,
        "settings": settings,
        "temperature": TEMPERATURE,
        "views": views,
        "steps": drawn,
        "variables": w.specs,
        "tolerance": {"relative": 1e-5, "absolute": 1e-6},
        "expected": {"loss": expected, "terms": expected_terms, "gradients": gradients},
    }
    (HERE / (case + ".json")).write_text(compact(head))


def compact(value, indent=1):
    """JSON with a line for every array that holds numbers only, and for every step's row."""
    if isinstance(value, dict):
        inner = ",\n".join(" " * indent + json.dumps(k) + ": " + compact(v, indent + 1) for k, v in value.items())
        return "{\n" + inner + "\n" + " " * (indent - 1) + "}" + ("\n" if indent == 1 else "")
    return json.dumps(value)


def main():
    weights = {"invariance": 1, "crop": 1, "color": 0.5, "flip": 0.7}
    write("augself", "augself", {"hidden-width": 5, "weights": weights},
          "all four terms; crop seen from the flipped first view, colour over its range",
          lambda w, a, b, s: augself(w, a, b, s, 5, weights))
    write("e-ssl", "e-ssl", {"lambda": 0.4, "predictor": [7, 5], "shrink": 2},
          "four-fold rotations of the first view at half its size",
          lambda w, a, b, s: e_ssl(w, a, b, s, 0.4, [7, 5], 2))
    both = {"invariance": 1, "equivariance": 0.5}
    write("equimod", "equimod", {"weights": both},
          "hypernetwork fed with both labels of the shared steps",
          lambda w, a, b, s: equimod(w, a, b, s, both))
    write("equimod-difference", "equimod", {"label": "difference", "steps": "all", "weights": both},
          "hypernetwork fed with the difference of the labels of all steps",
          lambda w, a, b, s: equimod(w, a, b, s, both, True, False))
    write("sie", "sie", {"equivariant-share": 0.4, "weights": both},
          "invariant part of 4 columns, equivariant part of 2",
          lambda w, a, b, s: sie(w, a, b, s, 2, both))
    published = {"expander": [9, 6], "similarity": 10, "equivariance-factor": 0.45, "variance": 10, "covariance": 1}
    write("sie-published", "sie", {"equivariant-share": 0.4, "form": "published", "published": published},
          "the loss of the paper: distances, variances, covariances of expanded parts",
          lambda w, a, b, s: sie_published(w, a, b, s, 2, [9, 6], 10, 0.45, 10, 1))
    write("sen", "sen", {"projector": [5, 3], "hinge": 7, "sigma": 0.5, "negatives": 2, "weights": both},
          "projected; hinge with two negatives",
          lambda w, a, b, s: sen(w, a, b, s, both, [5, 3], 7, 0.5, 2, False, False))
    alone = {"invariance": 0, "equivariance": 1}
    write("sen-published", "sen",
          {"projector": [], "hinge": 1, "residual": True, "label": "difference", "weights": alone},
          "the loss of the paper: no base method, no projector, phi gives the change",
          lambda w, a, b, s: sen(w, a, b, s, alone, [], 1, 0.5, 1, True, True))


if __name__ == "__main__":
    main()
