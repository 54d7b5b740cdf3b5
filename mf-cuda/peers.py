"""Times what PyTorch makes of the same sizes, and sets StepTimes beside it. peers.py SIZE ... -- JAVA COMMAND ..."""
import subprocess
import sys

import torch

SIZES = sys.argv[1:sys.argv.index("--")]
JAVA = sys.argv[sys.argv.index("--") + 1:]


def median(step, repeats=30):
    for _ in range(5):
        step()
    times = []
    for _ in range(repeats):
        start, end = torch.cuda.Event(True), torch.cuda.Event(True)
        torch.cuda.synchronize()
        start.record()
        step()
        end.record()
        end.synchronize()
        times.append(start.elapsed_time(end))
    return sorted(times)[repeats // 2]


class Cell(torch.nn.Module):
    """Eqs. (8)-(12) with the constants of Table II, written out in PyTorch."""

    def __init__(self, n):
        super().__init__()
        self.w = torch.nn.Parameter(torch.rand(1, n, device="cuda") - 0.5)
        self.rw = torch.nn.Parameter((torch.rand(n, n, device="cuda") - 0.5) / n**0.5)
        self.b = torch.nn.Parameter(torch.zeros(n, device="cuda"))

    def forward(self, x, h):
        projected = x @ self.w + self.b
        for t in range(x.shape[0]):
            z = 0.8 * torch.sigmoid(projected[t] + h @ self.rw) + 0.35
            p, d = 1e-4 * torch.exp(10 * z), 0.5 * torch.exp(-z)
            h = 0.1 * (p - (p + d) * h) + h
        return h


def graph_of(step):
    stream = torch.cuda.Stream()
    stream.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(stream):
        for _ in range(3):
            step()
    torch.cuda.current_stream().wait_stream(stream)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        step()
    return graph.replay


def peers(steps, batch, n):
    x = torch.randn(steps, batch, 1, device="cuda", requires_grad=True)
    h = torch.zeros(batch, n, device="cuda")
    eps = torch.ones(batch, n, device="cuda")
    row = {}
    for name, net in (("RNN", torch.nn.RNN(1, n)), ("LSTM", torch.nn.LSTM(1, n))):
        net = net.cuda()

        def step():
            net.zero_grad(set_to_none=True)
            x.grad = None
            net(x)[0][-1].backward(eps)

        row[name] = median(step)
        with torch.no_grad():
            row[name + " forward"] = median(lambda: net(x))
    cell = Cell(n)

    def eager():
        cell.zero_grad(set_to_none=True)
        x.grad = None
        cell(x, h).backward(eps)

    if steps <= 200:
        row["MF cell as a CUDA graph"] = median(graph_of(eager), 10)
    return row


torch.backends.cuda.matmul.allow_tf32 = False
torch.backends.cudnn.allow_tf32 = False
print("On one", torch.cuda.get_device_name(0), "beside PyTorch", torch.__version__, "in turn, milliseconds.\n")
COLUMNS = ["T, B, N", "kernels: step (forward)", "torch RNN", "torch LSTM", "MF cell as a CUDA graph", "step", "all states",
           "last states", "states", "fit", "fit on the CPU"]
print("| " + " | ".join(COLUMNS) + " |\n|" + "--|" * len(COLUMNS), flush=True)


def beside(time, own):
    return "-" if time is None else f"{time:.3g} ({time / own:.2g}x)"


for size in SIZES:
    steps, batch, n = map(int, size.split(","))
    out = subprocess.run(JAVA + [size], capture_output=True, text=True)
    if out.returncode:
        sys.exit(out.stdout[-2000:] + out.stderr[-4000:])
    ours = {line.split()[1]: float(line.split()[2]) for line in out.stdout.splitlines() if line.startswith(size + " ")}
    row = peers(steps, batch, n)
    own = ours["kernels-step"]
    cells = [f"{steps}, {batch}, {n}", f"{own:.3g} ({ours['kernels-forward']:.3g})"]
    cells += [beside(row.get(name), own) for name in ("RNN", "LSTM", "MF cell as a CUDA graph")]
    cells += [f"{ours['CUDA-' + name]:.3g}" for name in ("step", "step-all-states", "last", "states", "fit")]
    cells.append(beside(ours["FUSED-fit"], ours["CUDA-fit"]))
    print("| " + " | ".join(cells) + " |", flush=True)
