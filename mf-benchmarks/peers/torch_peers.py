"""The training step of PyTorch's recurrent networks, for comparison with ours.

Batch 64, one input channel, 100 neurons, softmax over 5 classes on the last state, Adam 1e-3: what
the benchmark TrainingStep does. Prints one line of JSON per model with the median time.
Needs PyTorch (Debian: python3-torch).
"""

import argparse
import json
import statistics
import time

import torch

BATCH = 64
CHANNELS = 1
NEURONS = 100
CLASSES = 5
LEARNING_RATE = 1e-3
WEIGHT_DEVIATION = 0.05
WARM_UP_STEPS = 5


class MemristiveClassifier(torch.nn.Module):
    """The memristive layer, eqs. (8)-(12), with the constants of our benchmark."""

    def __init__(self):
        super().__init__()
        self.input_weights = torch.nn.Parameter(WEIGHT_DEVIATION * torch.randn(CHANNELS, NEURONS))
        self.recurrent_weights = torch.nn.Parameter(WEIGHT_DEVIATION * torch.randn(NEURONS, NEURONS))
        self.bias = torch.nn.Parameter(torch.zeros(NEURONS))
        self.readout = torch.nn.Linear(NEURONS, CLASSES)

    def forward(self, x):
        h = torch.zeros(x.shape[0], self.bias.shape[0])
        # The product with the input needs no state: one for all steps is fastest.
        projected = x @ self.input_weights + self.bias
        for u in projected.unbind(1):
            z = 0.8 * torch.sigmoid(5.0 * (u + h @ self.recurrent_weights)) + 0.35
            potentiation = 1e-4 * torch.exp(10.0 * z)
            depression = 0.5 * torch.exp(-z)
            h = 0.1 * (potentiation - (potentiation + depression) * h) + 0.95 * h
        return self.readout(h)


class TorchClassifier(torch.nn.Module):
    """One of PyTorch's own recurrent layers, written in C++."""

    def __init__(self, layer):
        super().__init__()
        self.recurrent = layer(CHANNELS, NEURONS, batch_first=True)
        self.readout = torch.nn.Linear(NEURONS, CLASSES)

    def forward(self, x):
        states, _ = self.recurrent(x)
        return self.readout(states[:, -1])


def training_seconds(model, x, classes, repeats):
    """Times of single training steps, after some that are not counted."""
    optimizer = torch.optim.Adam(model.parameters(), LEARNING_RATE)
    loss_of = torch.nn.CrossEntropyLoss()
    seconds = []
    for _ in range(WARM_UP_STEPS + repeats):
        start = time.perf_counter()
        optimizer.zero_grad()
        loss_of(model(x), classes).backward()
        optimizer.step()
        seconds.append(time.perf_counter() - start)
    return seconds[WARM_UP_STEPS:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("threads", type=int, help="number of threads")
    parser.add_argument("steps", type=int, help="length T of the series")
    parser.add_argument("--repeats", type=int, default=20, help="timed training steps (default 20)")
    arguments = parser.parse_args()

    torch.manual_seed(1)
    torch.set_num_threads(arguments.threads)
    x = torch.randn(BATCH, arguments.steps, CHANNELS)
    classes = torch.randint(0, CLASSES, (BATCH,))
    models = {
        "torch.nn.RNN": TorchClassifier(torch.nn.RNN),
        "torch.nn.LSTM": TorchClassifier(torch.nn.LSTM),
        "torch.MF": MemristiveClassifier(),
        "torch.jit.MF": torch.jit.script(MemristiveClassifier()),
    }
    for name, model in models.items():
        median = statistics.median(training_seconds(model, x, classes, arguments.repeats))
        result = {
            "benchmark": name + ".fit",
            "params": {"batch": str(BATCH), "steps": str(arguments.steps)},
            "median": 1e3 * median,
            "unit": "ms/op",
        }
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
