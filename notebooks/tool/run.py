"""What ./mf notebook does after building.

The launcher calls it with the kernel's jar and the command that starts Java, then -- and the user's arguments.
"""

import argparse
import os
import pathlib
import shutil
import sys
import time

import kernelspec

HOME = pathlib.Path(__file__).resolve().parent.parent
# Not among the user's kernels: nothing to remove, and every checkout has its own.
JUPYTER_PATH = HOME / "target" / "jupyter"
KERNEL_LOG = HOME / "target" / "kernel.log"

OPTIONS = argparse.ArgumentParser(
    prog="mf notebook",
    usage="%(prog)s [--execute | --check | --kernel-only] [--kernel JAR] [NOTEBOOK ...]",
    description="Opens the notebooks in Jupyter, with a Java kernel that has this project on its class path.",
    epilog="Without NOTEBOOK all in the folder notebooks are run. What else is given when Jupyter opens is passed on"
    " to it, such as --no-browser.",
    allow_abbrev=False,
)
ACTION = OPTIONS.add_mutually_exclusive_group()
ACTION.add_argument("--execute", action="store_true", help="run the notebooks without Jupyter and keep their outputs")
ACTION.add_argument("--check", action="store_true", help="run them and compare with the outputs that they have")
ACTION.add_argument("--kernel-only", action="store_true", help="write the kernel spec, for a Jupyter of your own")
OPTIONS.add_argument("--kernel", metavar="JAR", help="start this Java kernel, of IJava or JJava, say")


def main(arguments):
    split = arguments.index("--")
    (kernel_jar, *java), user = arguments[:split], arguments[split + 1:]
    options, others = OPTIONS.parse_known_args(user)
    spec = kernelspec.write(JUPYTER_PATH, options.kernel or kernel_jar, [shutil.which(java[0]), *java[1:]])
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(JUPYTER_PATH), os.environ.get("JUPYTER_PATH")]))
    if options.execute or options.check:
        if any(other.startswith("-") for other in others):
            OPTIONS.error("with --execute and --check only notebooks can be named")
        return run_all(others or sorted(HOME.glob("*.ipynb")), options.check)
    if options.kernel_only:
        print(spec)
        return 0
    return open_jupyter(others)


def open_jupyter(arguments):
    """Becomes Jupyter, in the folder of the notebooks."""
    for program in ("jupyter-lab", "jupyter-notebook"):
        if shutil.which(program):
            os.chdir(HOME)
            os.execvp(program, [program, *arguments])
    return failed("Jupyter is missing; install it with `pip install jupyterlab`, or on Debian with `apt install jupyter-notebook`.")


def run_all(paths, check):
    """Runs notebooks, each in a kernel of its own; 0 if all went well."""
    try:
        import nbclient  # noqa: F401
    except ImportError:
        return failed("nbclient is missing; install it with `pip install nbclient`, or on Debian with `apt install python3-nbclient`.")
    return max([run(pathlib.Path(path), check) for path in paths], default=0)


def run(path, check):
    """Runs one notebook; says what is wrong, if anything is."""
    import compare
    import execute
    import nbformat

    start = time.monotonic()
    try:
        with KERNEL_LOG.open("w", encoding="utf-8") as log:
            fresh = execute.fresh(path, log)
    except execute.CellFailed as error:
        return failed(f"{path.name}, {error}")
    except RuntimeError as error:
        return failed(f"{path.name}: the kernel ended or did not start ({error}); see {KERNEL_LOG}.")
    print(f"{path.name}: {time.monotonic() - start:.0f} s")
    if check:
        found = compare.differences(nbformat.read(path, as_version=4), fresh)
        return max([failed(f"{path.name}, {difference}") for difference in found], default=0)
    whole = path.with_suffix(".ipynb.part")
    nbformat.write(fresh, whole)
    whole.replace(path)
    return 0


def failed(sentence):
    print(f"mf: {sentence}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
