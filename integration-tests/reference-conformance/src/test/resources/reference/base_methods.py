"""Writes own-*.json: base methods computed from their papers' formulas, in float64 with NumPy alone.

Losses are written down from the papers and the authors' published code; gradients are central
differences of these losses, so nothing is derived by hand. What a method stops (targets, keys,
SimSiam's projections) is held at its value while the difference is taken.

    python3 base_methods.py      writes the files beside itself
"""

import json
import pathlib
import zlib

import numpy as np

HERE = pathlib.Path(__file__).parent
STEP = 1e-5


# --- Inputs by formula, as in the README -----------------------------------------------------


def mix(x):
    x = x.astype(np.uint32)
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x7FEB352D)
    x ^= x >> np.uint32(15)
    x *= np.uint32(0x846CA68B)
    return x ^ (x >> np.uint32(16))


def fill(spec):
    k = np.arange(np.prod(spec["shape"]), dtype=np.uint64) + zlib.crc32(spec["fill"].encode())
    unit = mix(k & 0xFFFFFFFF) / 2.0**32
    values = (unit - 0.5) * 2 * spec["scale"] + spec["offset"]
    return values.astype(np.float32).astype(np.float64).reshape(spec["shape"])


def spec(name, shape, scale=1.0, offset=0.0):
    return {"fill": name, "shape": list(shape), "scale": scale, "offset": offset}


def gradient(loss, at):
    """Central differences of loss(array) for every element of the array."""
    result = np.zeros(at.size)
    for i in range(at.size):
        moved = at.copy().reshape(-1)
        moved[i] += STEP
        above = loss(moved.reshape(at.shape))
        moved[i] -= 2 * STEP
        result[i] = (above - loss(moved.reshape(at.shape))) / (2 * STEP)
    return result.reshape(at.shape)


# --- The papers' losses ----------------------------------------------------------------------


def unit_rows(z):
    return z / np.linalg.norm(z, axis=1, keepdims=True)


def cosines(a, b):
    return (unit_rows(a) * unit_rows(b)).sum(axis=1)


def log_sum_exp(x):
    top = x.max(axis=1, keepdims=True)
    return np.log(np.exp(x - top).sum(axis=1)) + top[:, 0]


def simclr(z1, z2, temperature):
    """Chen et al. 2020, equation 1: all rows but the own one compete."""
    z = unit_rows(np.concatenate([z1, z2]))
    n = len(z1)
    similarities = z @ z.T / temperature
    positives = np.concatenate([np.diag(similarities, n), np.diag(similarities, -n)])
    np.fill_diagonal(similarities, -np.inf)
    return np.mean(log_sum_exp(similarities) - positives)


def byol(p1, p2, t1, t2):
    """Grill et al. 2020, equation 2 and its symmetric counterpart."""
    return np.mean(2 - 2 * cosines(p1, t2)) + np.mean(2 - 2 * cosines(p2, t1))


def simsiam(p1, p2, z1, z2):
    """Chen and He 2021, equations 1 and 4."""
    return -0.5 * np.mean(cosines(p1, z2)) - 0.5 * np.mean(cosines(p2, z1))


def barlow_twins(z1, z2, lam):
    """Zbontar et al. 2021, equation 1; eps of the authors' BatchNorm1d(affine=False)."""
    n, d = z1.shape
    a = (z1 - z1.mean(axis=0)) / np.sqrt(z1.var(axis=0) + 1e-5)
    b = (z2 - z2.mean(axis=0)) / np.sqrt(z2.var(axis=0) + 1e-5)
    c = a.T @ b / n
    off = c[~np.eye(d, dtype=bool)]
    return np.sum((1 - np.diag(c)) ** 2) + lam * np.sum(off**2)


def vicreg(z1, z2, sim, std, cov, gamma, eps):
    """Bardes et al. 2022, equations 1 to 6, averaged and halved as in the authors' code."""

    def lack(z):
        return np.mean(np.maximum(0, gamma - np.sqrt(z.var(axis=0, ddof=1) + eps)))

    def covariance(z):
        c = np.cov(z, rowvar=False)
        return np.sum(c[~np.eye(len(c), dtype=bool)] ** 2) / len(c)

    return (
        sim * np.mean((z1 - z2) ** 2)
        + std * (lack(z1) + lack(z2)) / 2
        + cov * (covariance(z1) + covariance(z2))
    )


def moco(q, k, queue, temperature):
    """He et al. 2020, equation 1: the key of the row against the queue."""
    positives = cosines(q, k)[:, None]
    logits = np.concatenate([positives, unit_rows(q) @ unit_rows(queue).T], axis=1) / temperature
    return np.mean(log_sum_exp(logits) - logits[:, 0])


# --- Cases of losses alone -------------------------------------------------------------------


def loss_case(name, kind, loss, arguments, shapes, stopped=()):
    inputs = {n: spec(f"own.{name}.{n}", shape, 0.9, 0.1) for n, shape in shapes.items()}
    arrays = {n: fill(s) for n, s in inputs.items()}
    gradients = {}
    for n in inputs:
        of_one = lambda x, n=n: loss(*[x if m == n else arrays[m] for m in inputs])
        gradients[n] = None if n in stopped else gradient(of_one, arrays[n]).ravel().tolist()
    write(
        {
            "case": f"own-loss-{name}",
            "kind": "loss",
            "loss": kind,
            "note": "NumPy float64, central differences; see base_methods.py",
            "arguments": arguments,
            "inputs": inputs,
            "expected": {"loss": loss(*arrays.values()), "gradients": gradients},
            "tolerance": {"relative": 1e-4, "absolute": 2e-6},
        }
    )


def write(case):
    text = json.dumps(case, indent=1, allow_nan=False)
    (HERE / f"{case['case']}.json").write_text(text + "\n")


def write_loss_cases():
    two = {"z1": (7, 9), "z2": (7, 9)}
    four = {"p1": (7, 9), "p2": (7, 9)}
    loss_case("simclr", "info-nce", lambda a, b: simclr(a, b, 0.5), {"T": 0.5}, two)
    loss_case("byol", "byol", byol, {}, {**four, "t1": (7, 9), "t2": (7, 9)}, ("t1", "t2"))
    loss_case("simsiam", "simsiam", simsiam, {}, {**four, **two}, ("z1", "z2"))
    loss_case(
        "barlow-twins", "barlow-twins", lambda a, b: barlow_twins(a, b, 0.02), {"lam": 0.02}, two
    )
    weights = {"sim": 10.0, "std": 20.0, "cov": 2.0, "gamma": 0.6, "eps": 1e-3}
    loss_case("vicreg", "vicreg", lambda a, b: vicreg(a, b, **weights), weights, two)
    loss_case(
        "moco",
        "moco",
        lambda q, k, u: moco(q, k, u, 0.07),
        {"T": 0.07},
        {"q": (7, 9), "k": (7, 9), "queue": (20, 9)},
        ("k",),
    )


if __name__ == "__main__":
    import base_training

    write_loss_cases()
    base_training.write_cases()
