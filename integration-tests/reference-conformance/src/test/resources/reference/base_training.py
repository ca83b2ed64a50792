"""Steps of training, written by base_methods.py: STL over every base method on a small network.

The encoder is one dense layer, everything else is as the SDK has it: transformation encoder,
hypernetwork, heads with batch normalisation, SGD with momentum and weight decay, moving averages,
queues. Names of variables are the SDK's.
"""

import math

import numpy as np

import base_methods as base

BATCH, HEIGHT, WIDTH, D, K, STEPS = 6, 2, 2, 5, 4, 3
RATE, MOMENTUM, DECAY = 0.05, 0.9, 5e-4
WEIGHTS = {"invariance": 1.0, "equivariance": 0.8, "transformation": 0.3}
ROWS = {"invariance": BATCH, "equivariance": 2 * BATCH, "transformation": BATCH}
EVEN, ODD = np.arange(0, BATCH, 2), np.arange(1, BATCH, 2)
PARTNER = np.arange(BATCH) ^ 1


class Method:
    """A base method with small heads: widths per head, and what the paper makes of a pair."""

    def __init__(self, name, arguments, heads, queue=0, average=None):
        self.name, self.arguments, self.heads = name, arguments, heads
        self.queue, self.average = queue, average


METHODS = [
    Method("simclr", {"temperature": 0.2}, {"projector": [5, 3]}),
    Method(
        "byol",
        {"momentum": 0.9, "momentumSchedule": "COSINE"},
        {"projector": [6, 4], "predictor": [5, 4]},
        average=lambda t: 1 - (1 - 0.9) * (math.cos(math.pi * t / STEPS) + 1) / 2,
    ),
    Method("simsiam", {}, {"projector": [6, 4], "predictor": [3, 4]}),
    Method("barlow-twins", {"redundancyWeight": 0.05}, {"projector": [5, 7]}),
    Method(
        "vicreg",
        {"invariance": 25.0, "variance": 25.0, "covariance": 1.0},
        {"projector": [6, 5, 4]},
    ),
    Method(
        "moco",
        {"temperature": 0.2, "queueLength": 16, "momentum": 0.8},
        {"projector": [5, 3]},
        queue=16,
        average=lambda t: 0.8,
    ),
]


# --- Networks --------------------------------------------------------------------------------


def normalize(x):
    return (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 1e-5)


def perceptron(p, name, x):
    """Dense, batch normalisation, ReLU...; the last dense, with a bias if there is one."""
    place = 0
    while f"{name}.{place + 1}.weight" in p:
        x = normalize(x @ p[f"{name}.{place}.weight"].T)
        x = np.maximum(0, x * p[f"{name}.{place + 1}.weight"] + p[f"{name}.{place + 1}.bias"])
        place += 3
    return x @ p[f"{name}.{place}.weight"].T + p.get(f"{name}.{place}.bias", 0)


def sides(p, x1, x2):
    """The parts of both sides of every term (STL, section 3)."""
    y1, y2 = (x.reshape(BATCH, -1) @ p["backbone.dense.weight"].T for x in (x1, x2))
    encode = lambda a, b: perceptron(
        p, "objective.transformation-encoder", np.concatenate([a, b], axis=1)
    )
    t12, t21 = encode(y1, y2), encode(y2, y1)
    h = p["objective.hypernetwork.weight"].reshape(D, D, K)
    move = lambda y, t: np.einsum("oik,bi,bk->bo", h, y, t[PARTNER])
    return {
        "invariance": ([y1], [y2]),
        "equivariance": ([y1, y2], [move(y2, t21), move(y1, t12)]),
        "transformation": (
            [np.concatenate([t12[EVEN], t21[EVEN]])],
            [np.concatenate([t12[ODD], t21[ODD]])],
        ),
    }


def project(method, p, term, parts):
    """Part by part; SimSiam's projector ends with a normalisation (its section 3)."""
    made = [perceptron(p, f"objective.{term}.projector", x) for x in parts]
    return [normalize(x) for x in made] if method.name == "simsiam" else made


def predict(p, term, parts):
    return np.concatenate([perceptron(p, f"objective.{term}.predictor", x) for x in parts])


def term_loss(method, term, p, live, stopped, targets, queue):
    """The paper's loss; live gets gradients, stopped are the same sides held at their values."""
    z1, z2 = (project(method, p, term, side) for side in live[term])
    a, b = np.concatenate(z1), np.concatenate(z2)
    if method.name == "simclr":
        return base.simclr(a, b, method.arguments["temperature"])
    if method.name == "barlow-twins":
        return base.barlow_twins(a, b, method.arguments["redundancyWeight"])
    if method.name == "vicreg":
        w = method.arguments
        return base.vicreg(a, b, w["invariance"], w["variance"], w["covariance"], 1.0, 1e-4)
    if method.name == "moco":
        return base.moco(b, targets[term][0], queue[term], method.arguments["temperature"])
    other = targets if method.name == "byol" else stopped
    loss = base.byol if method.name == "byol" else base.simsiam
    return loss(predict(p, term, z1), predict(p, term, z2), *other[term])


# --- Training --------------------------------------------------------------------------------


def layer_shapes(name, inputs, widths, last_bias=False):
    shapes = {}
    for i, width in enumerate(widths):
        shapes[f"{name}.{3 * i}.weight"] = (width, inputs)
        if i < len(widths) - 1:
            shapes[f"{name}.{3 * i + 1}.weight"] = (width,)
            shapes[f"{name}.{3 * i + 1}.bias"] = (width,)
        elif last_bias:
            shapes[f"{name}.{3 * i}.bias"] = (width,)
        inputs = width
    return shapes


def parameters(method):
    shapes = {"backbone.dense.weight": (D, HEIGHT * WIDTH * 3)}
    shapes |= layer_shapes("objective.transformation-encoder", 2 * D, [4, K])
    shapes["objective.hypernetwork.weight"] = (D, D * K)
    for term in WEIGHTS:
        inputs = K if term == "transformation" else D
        for head, widths in method.heads.items():
            # Neither SimCLR's nor MoCo's projector is wider than its input.
            capped = [min(w, inputs) for w in widths] if method.name in ("simclr", "moco") else widths
            bias = method.name == "simsiam" and head == "predictor"
            shapes |= layer_shapes(f"objective.{term}.{head}", inputs, capped, bias)
            inputs = capped[-1]
    specs = {}
    for name, shape in shapes.items():
        # Shifts keep most hidden units open: a row without any would have no direction.
        scale, offset = (0.3, 1.4) if name.endswith(".bias") else (0.5, float(len(shape) == 1))
        specs[name] = base.spec(f"own.{method.name}.{name}", shape, scale, offset)
    return specs


def frozen(method, p, x1, x2):
    """Projections of both sides of every term, as constants."""
    return {
        term: tuple(np.concatenate(project(method, p, term, side)) for side in pair)
        for term, pair in sides(p, x1, x2).items()
    }


def train(method):
    inputs = {n: base.spec(f"own.{method.name}.{n}", (BATCH, HEIGHT, WIDTH, 3)) for n in ("x1", "x2")}
    x1, x2 = base.fill(inputs["x1"]), base.fill(inputs["x2"])
    specs = parameters(method)
    p = {n: base.fill(s) for n, s in specs.items()}
    average, velocity = dict(p), {n: np.zeros_like(v) for n, v in p.items()}
    states = {}
    if method.queue:
        for term in WEIGHTS:
            width = p[f"objective.{term}.projector.3.weight"].shape[0]
            states[term] = base.spec(f"own.moco.queue.{term}", (method.queue, width))
    queue = {term: base.fill(s) for term, s in states.items()}
    position = dict.fromkeys(queue, 0)
    steps = []
    for step in range(STEPS):
        stopped, targets = frozen(method, p, x1, x2), frozen(method, average, x1, x2)

        def losses(q):
            live = sides(q, x1, x2)
            return {t: term_loss(method, t, q, live, stopped, targets, queue) for t in WEIGHTS}

        def total(q):
            return sum(WEIGHTS[t] * value for t, value in losses(q).items())

        gradients = {
            n: base.gradient(lambda v, n=n: total({**p, n: v}), p[n]) for n in p
        }
        steps.append({"total": total(p), **losses(p)})
        for n in p:
            velocity[n] = MOMENTUM * velocity[n] + gradients[n] + DECAY * p[n]
            p[n] = p[n] - RATE * velocity[n]
        if method.average:
            m = method.average(step)
            average = {n: m * average[n] + (1 - m) * p[n] for n in p}
        for term in queue:
            for key in targets[term][0]:
                queue[term][position[term]] = key
                position[term] = (position[term] + 1) % method.queue
    return inputs, specs, states, steps, p, average, queue, position


def averaged_names(method, names):
    if method.name == "byol":
        return [n for n in names if ".predictor." not in n]
    # Keys are made of representations and transformation representations, not of predictions.
    return [n for n in names if "hypernetwork" not in n] if method.name == "moco" else []


def write_cases():
    for method in METHODS:
        inputs, specs, states, steps, p, average, queue, position = train(method)
        variables = {n: v for n, v in p.items()}
        variables |= {f"averaged.{n}": average[n] for n in averaged_names(method, p)}
        for term in queue:
            variables[f"objective.{term}.queue.keys"] = queue[term]
            variables[f"objective.{term}.queue.position"] = np.array([position[term]])
        base.write(
            {
                "case": f"own-training-{method.name}",
                "kind": "base-training",
                "note": "NumPy float64, central differences; see base_training.py",
                "base": method.name,
                "arguments": method.arguments,
                "heads": method.heads,
                "config": {"transformationEncoder": [4, K], "weights": WEIGHTS},
                "optimizer": {"rate": RATE, "momentum": MOMENTUM, "weightDecay": DECAY},
                "inputs": inputs,
                "parameters": specs
                | {f"objective.{t}.queue.keys": s for t, s in states.items()},
                "expected": {
                    "steps": steps,
                    "variables": {n: v.ravel().tolist() for n, v in variables.items()},
                },
                "tolerance": {"relativeLoss": 1e-5, "variable": 1e-4},
            }
        )
