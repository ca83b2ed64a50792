"""Computes the AugMix cases of the conformance tests, with NumPy and Pillow and nothing of Equivar.

    python augmix_cases.py DIRECTORY

Two computations: in float64, every operation by its definition (torchvision's for images in [0, 1]), and on bytes with
Pillow, as the authors' augmentations.py calls it, rounded after every operation.
"""

import json
import math
import sys
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

LUMINANCE = np.array([0.2989, 0.587, 0.114])


def fill(name, shape, scale, offset):
    """The array that a reference case describes by a formula, float32."""
    count = int(np.prod(shape))
    x = (np.arange(count, dtype=np.uint64) + zlib.crc32(name.encode())) & 0xFFFFFFFF
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B), (16, 1)):
        x ^= x >> np.uint64(shift)
        x = (x * np.uint64(factor)) & 0xFFFFFFFF
    return ((x / 2**32 - 0.5) * 2 * scale + offset).astype(np.float32).reshape(shape)


def affine(x, matrix):
    """Output (x, y) takes the input at matrix (x, y, 1); zeros outside, times the part that is inside."""
    height, width, _ = x.shape
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float64)
    (a, b, c), (d, e, f) = matrix
    sx, sy = a * xs + b * ys + c, d * xs + e * ys + f

    def bilinear(image):
        x0, y0 = np.floor(sx).astype(int), np.floor(sy).astype(int)
        total = np.zeros(image.shape)
        for i in (0, 1):
            for j in (0, 1):
                inside = (x0 + i >= 0) & (x0 + i < width) & (y0 + j >= 0) & (y0 + j < height)
                weight = (1 - abs(sx - x0 - i)) * (1 - abs(sy - y0 - j)) * inside
                total += weight[..., None] * image[np.clip(y0 + j, 0, height - 1), np.clip(x0 + i, 0, width - 1)]
        return total

    return bilinear(x) * bilinear(np.ones((height, width, 1)))


def quantise(x):
    return np.floor(np.clip(x, 0, 1) * 255.999).astype(int)


def equalize(x):
    u = quantise(x)
    out = np.empty(x.shape)
    for color in range(3):
        histogram = np.bincount(u[..., color].ravel(), minlength=256)
        step = (histogram.sum() - histogram[histogram.nonzero()[0][-1]]) // 255
        if step == 0:
            out[..., color] = u[..., color] / 255
            continue
        below = np.concatenate([[0], np.cumsum(histogram)[:-1]])
        table = np.minimum(255, (below + step // 2) // step)
        out[..., color] = table[u[..., color]] / 255
    return out


def autocontrast(x):
    low, high = x.min((0, 1)), x.max((0, 1))
    return np.where(low == high, x, (x - low) / np.where(low == high, 1, high - low))


def sharpness(x, factor):
    smooth = x.copy()
    neighbours = sum(
        x[1 + i : x.shape[0] - 1 + i, 1 + j : x.shape[1] - 1 + j] for i in (-1, 0, 1) for j in (-1, 0, 1)
    )
    smooth[1:-1, 1:-1] = (neighbours + 4 * x[1:-1, 1:-1]) / 13
    return blend(x, smooth, factor)


def blend(x, other, factor):
    return np.clip(factor * x + (1 - factor) * other, 0, 1)


def in_floats(x, name, m):
    height, width, _ = x.shape
    gray = (x @ LUMINANCE)[..., None]
    if name == "rotate":
        cosine, sine = math.cos(math.radians(m)), math.sin(math.radians(m))
        cx, cy = (width - 1) / 2, (height - 1) / 2
        return affine(
            x,
            ((cosine, -sine, cx - cosine * cx + sine * cy), (sine, cosine, cy - sine * cx - cosine * cy)),
        )
    return {
        "identity": lambda: x,
        "autocontrast": lambda: autocontrast(x),
        "equalize": lambda: equalize(x),
        "posterize": lambda: quantise(x) // 2 ** (8 - int(m)) * 2 ** (8 - int(m)) / 255,
        "solarize": lambda: np.where(x >= m, 1 - x, x),
        "shear-x": lambda: affine(x, ((1, m, m / 2), (0, 1, 0))),
        "shear-y": lambda: affine(x, ((1, 0, 0), (m, 1, m / 2))),
        "translate-x": lambda: affine(x, ((1, 0, -round(m * width)), (0, 1, 0))),
        "translate-y": lambda: affine(x, ((1, 0, 0), (0, 1, -round(m * height)))),
        "color": lambda: blend(x, gray, m),
        "contrast": lambda: blend(x, gray.mean(), m),
        "brightness": lambda: blend(x, 0, m),
        "sharpness": lambda: sharpness(x, m),
    }[name]()


def on_bytes(x, name, m):
    image = Image.fromarray(x)

    def moved(*coefficients):
        return image.transform(image.size, Image.Transform.AFFINE, coefficients, resample=Image.Resampling.BILINEAR)

    return np.asarray(
        {
            "identity": lambda: image,
            "autocontrast": lambda: ImageOps.autocontrast(image),
            "equalize": lambda: ImageOps.equalize(image),
            "posterize": lambda: ImageOps.posterize(image, int(m)),
            "rotate": lambda: image.rotate(m, resample=Image.Resampling.BILINEAR),
            "solarize": lambda: ImageOps.solarize(image, math.ceil(m * 255)),
            "shear-x": lambda: moved(1, m, 0, 0, 1, 0),
            "shear-y": lambda: moved(1, 0, 0, m, 1, 0),
            "translate-x": lambda: moved(1, 0, -round(m * image.width), 0, 1, 0),
            "translate-y": lambda: moved(1, 0, 0, 0, 1, -round(m * image.height)),
            "color": lambda: ImageEnhance.Color(image).enhance(m),
            "contrast": lambda: ImageEnhance.Contrast(image).enhance(m),
            "brightness": lambda: ImageEnhance.Brightness(image).enhance(m),
            "sharpness": lambda: ImageEnhance.Sharpness(image).enhance(m),
        }[name]()
    )


def mixed(x, chains, weights, mix, bytewise):
    total = (1 - mix) * x.astype(np.float64)
    for chain, weight in zip(chains, weights):
        changed = np.rint(255 * x).astype(np.uint8) if bytewise else x.astype(np.float64)
        for name, magnitude in chain:
            changed = (on_bytes if bytewise else in_floats)(changed, name, magnitude)
        total += mix * weight * (changed / 255 if bytewise else changed)
    return total


def case(name, note, shape, chains, weights, mix, bytewise, quantised, tolerance):
    chw = fill("image", [3, *shape], 0.5, 0.5)
    x = chw.transpose(1, 2, 0)
    if quantised:
        x = (np.rint(255 * x) / 255).astype(np.float32)
    out = mixed(x, chains, weights, mix, bytewise).transpose(2, 0, 1)
    indices = np.unique(np.linspace(0, out.size - 1, 96).astype(int))
    arguments = {
        "mix": mix,
        "weights": weights,
        "chains": [[{"operation": o, "magnitude": m} for o, m in chain] for chain in chains],
    }
    if quantised:
        arguments["input"] = "image quantised to 8 bits: round(255 x)"
    return {
        "case": name,
        "kind": "transformation",
        "transformation": "augmix",
        "note": note,
        "arguments": arguments,
        "input": {"fill": "image", "shape": [3, *shape], "scale": 0.5, "offset": 0.5},
        "layout": "CHW, float32 in [0, 1]",
        "expected": {
            "shape": list(out.shape),
            "channelMeans": out.mean((1, 2)).tolist(),
            "flatIndices": indices.tolist(),
            "values": out.ravel()[indices].tolist(),
        },
        "tolerance": {"absolute": tolerance},
    }


def cases():
    floats = "computed by augmix_cases.py in NumPy, float64, every operation by its definition"
    pillow = "computed by augmix_cases.py with Pillow on bytes, rounded after every operation"
    yield case(
        "transformation-augmix",
        floats,
        [37, 53],
        [
            [("rotate", 8), ("solarize", 0.71), ("shear-x", -0.07)],
            [("autocontrast", 0), ("translate-y", -4 / 37)],
            [("shear-y", 0.085), ("posterize", 3)],
        ],
        [0.5, 0.125, 0.375],
        0.625,
        False,
        False,
        5e-4,
    )
    yield case(
        "transformation-augmix-all-operations",
        floats,
        [48, 32],
        [
            [("equalize", 0), ("rotate", -27), ("brightness", 1.3), ("translate-x", 7 / 32)],
            [("sharpness", 1.75), ("color", 0.28), ("shear-x", 0.21), ("autocontrast", 0)],
            [("contrast", 1.62), ("shear-y", -0.3), ("solarize", 0.4), ("identity", 0)],
            [("translate-y", 9 / 48), ("color", 1.8), ("sharpness", 0.2), ("contrast", 0.33)],
        ],
        [0.25, 0.3125, 0.1875, 0.25],
        0.9,
        False,
        True,
        5e-4,
    )
    yield case(
        "transformation-augmix-pillow",
        pillow,
        [40, 40],
        [
            [("equalize", 0), ("translate-x", -3 / 40), ("posterize", 3)],
            [("solarize", 179.5 / 255), ("translate-y", 5 / 40), ("posterize", 4)],
            [("autocontrast", 0)],
        ],
        [0.25, 0.25, 0.5],
        0.75,
        True,
        True,
        5e-4,
    )


if __name__ == "__main__":
    directory = Path(sys.argv[1])
    for computed in cases():
        (directory / (computed["case"] + ".json")).write_text(json.dumps(computed, indent=1) + "\n")
