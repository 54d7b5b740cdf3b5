"""The kernel spec `mf4j`: how Jupyter starts Java with the class path of this project."""

import json
import os
import pathlib
import zipfile

NAME = "mf4j"
DISPLAY_NAME = "mf4j (Java 17)"

# What the launcher sets for speed; a Jupyter that was started without it needs it too.
SETTINGS = ("OMP_NUM_THREADS", "OPENBLAS_CORETYPE")


def write(folder, kernel_jar, java):
    """Writes the spec below a folder of Jupyter's data path.

    folder: what JUPYTER_PATH names; the spec goes to folder/kernels/mf4j
    kernel_jar: a Java kernel whose manifest names its main class
    java: the command that starts Java, its last argument the class path
    """
    # The kernel first: JJava carries a newer Gson than DL4J brings and does not start with that one.
    command = [*java[:-1], str(kernel_jar) + os.pathsep + java[-1]]
    spec = {
        "argv": [*command, main_class(kernel_jar), "{connection_file}"],
        "display_name": DISPLAY_NAME,
        "language": "java",
        "interrupt_mode": "message",
        "env": {name: os.environ[name] for name in SETTINGS if name in os.environ},
    }
    target = pathlib.Path(folder, "kernels", NAME)
    target.mkdir(parents=True, exist_ok=True)
    target.joinpath("kernel.json").write_text(json.dumps(spec, indent=2) + "\n", encoding="utf-8")
    return target


def main_class(kernel_jar):
    """The class that the jar's manifest names."""
    with zipfile.ZipFile(kernel_jar) as jar:
        # A line that starts with a blank continues the one before.
        manifest = jar.read("META-INF/MANIFEST.MF").decode().replace("\r\n", "\n").replace("\n ", "")
    for line in manifest.splitlines():
        if line.startswith("Main-Class:"):
            return line.partition(":")[2].strip()
    raise ValueError(f"{kernel_jar} is no Java kernel: its manifest names no main class.")
