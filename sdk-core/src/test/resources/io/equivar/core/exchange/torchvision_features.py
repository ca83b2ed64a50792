"""Makes torchvision-features.json: what networks shaped as torchvision's ResNets compute in PyTorch.

Weights and images follow a formula, so that only results need to be kept. The networks are written
here from their paper and from the names of torchvision's state_dict, not from Equivar's code.

    python torchvision_features.py > torchvision-features.json      (needs torch and numpy)
"""

import json
import zlib

import numpy as np
import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, inputs, planes, stride, bottleneck):
        super().__init__()
        outputs = 4 * planes if bottleneck else planes
        sizes = (
            [(inputs, planes, 1, 1), (planes, planes, 3, stride), (planes, outputs, 1, 1)]
            if bottleneck
            else [(inputs, planes, 3, stride), (planes, outputs, 3, 1)]
        )
        for i, (a, b, kernel, step) in enumerate(sizes, 1):
            setattr(self, f"conv{i}", nn.Conv2d(a, b, kernel, step, kernel // 2, bias=False))
            setattr(self, f"bn{i}", nn.BatchNorm2d(b))
        self.length = len(sizes)
        self.downsample = None
        if stride != 1 or inputs != outputs:
            self.downsample = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)
            )

    def forward(self, x):
        y = x
        for i in range(1, self.length + 1):
            y = getattr(self, f"bn{i}")(getattr(self, f"conv{i}")(y))
            if i < self.length:
                y = torch.relu(y)
        return torch.relu(y + (x if self.downsample is None else self.downsample(x)))


class ResNet(nn.Module):
    def __init__(self, depth, stem, width):
        super().__init__()
        small = stem == "small"
        self.conv1 = nn.Conv2d(
            3, width, 3 if small else 7, 1 if small else 2, 1 if small else 3, bias=False
        )
        self.bn1 = nn.BatchNorm2d(width)
        self.maxpool = nn.Identity() if small else nn.MaxPool2d(3, 2, 1)
        bottleneck = depth == "resnet-50"
        inputs = width
        for stage, blocks in enumerate([3, 4, 6, 3] if bottleneck else [2, 2, 2, 2]):
            planes = width << stage
            made = []
            for block in range(blocks):
                made.append(Block(inputs, planes, 2 if stage and not block else 1, bottleneck))
                inputs = 4 * planes if bottleneck else planes
            setattr(self, f"layer{stage + 1}", nn.Sequential(*made))

    def forward(self, x):
        x = self.maxpool(torch.relu(self.bn1(self.conv1(x))))
        return self.layer4(self.layer3(self.layer2(self.layer1(x)))).mean((2, 3))


def units(name, count):
    """Element k is mix(k + crc32(name)) / 2^32."""
    x = (np.arange(count, dtype=np.uint64) + zlib.crc32(name.encode())) & 0xFFFFFFFF
    x ^= x >> 16
    x = x * 0x7FEB352D & 0xFFFFFFFF
    x ^= x >> 15
    x = x * 0x846CA68B & 0xFFFFFFFF
    x ^= x >> 16
    return x / 2.0**32


def fill(name, shape):
    count = int(np.prod(shape))
    if name.endswith("num_batches_tracked"):
        return torch.tensor(7)
    if len(shape) == 4:
        scale, offset = (6 / int(np.prod(shape[1:]))) ** 0.5, 0
    elif name.endswith("running_var"):
        scale, offset = 0.5, 1
    else:
        norm_weight = name.endswith("weight")
        scale, offset = 0.25, 0.5 if norm_weight else 0
    values = ((units(name, count) - 0.5) * 2 * scale + offset).astype(np.float32)
    return torch.from_numpy(values.reshape(shape))


def features(depth, stem, width, height, columns):
    network = ResNet(depth, stem, width).eval()
    state = {name: fill(name, tuple(value.shape)) for name, value in network.state_dict().items()}
    network.load_state_dict(state)
    pixels = np.floor(units("images", 2 * height * columns * 3) * 256)
    images = torch.from_numpy(pixels.reshape(2, height, columns, 3).astype(np.float32) / 255)
    with torch.no_grad():
        return network(images.permute(0, 3, 1, 2)).tolist()


if __name__ == "__main__":
    cases = []
    for depth, stem, width, height, columns in [
        ("resnet-18", "small", 4, 19, 22),
        ("resnet-18", "standard", 4, 45, 64),
        ("resnet-50", "standard", 2, 64, 47),
    ]:
        cases.append(
            {
                "depth": depth,
                "stem": stem,
                "width": width,
                "height": height,
                "columns": columns,
                "features": features(depth, stem, width, height, columns),
            }
        )
    print(json.dumps(cases))
