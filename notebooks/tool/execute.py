"""Runs a notebook in a kernel of its own and leaves in it only what its cells printed."""

import pathlib
import re
import socket
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbclient.util import run_sync

import kernelspec

# rapaio-jupyter-kernel 3.0.1 may lose two races at its start, more often on a busy machine, and then never answers: with
# a message that arrives before it is ready, which is avoided by waiting, and with a thread of its own, which is not.
STARTS = 8
LISTENING_SECONDS = 60
READY_SECONDS = 1
ANSWER_SECONDS = 8

CELL_SECONDS = 300

METADATA = {
    "kernelspec": {"name": kernelspec.NAME, "display_name": kernelspec.DISPLAY_NAME, "language": "java"},
    "language_info": {"name": "java", "file_extension": ".java", "mimetype": "text/x-java-source"},
}

ANSI = re.compile(r"\x1b\[[0-9;]*m")


class CellFailed(Exception):
    """A cell threw an exception; says which and what."""


def fresh(path, log):
    """The notebook with the outputs of a new run; the file stays as it is.

    log: an open file for what the kernel says about itself
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name=kernelspec.NAME,
        startup_timeout=ANSWER_SECONDS,
        timeout=CELL_SECONDS,
        record_timing=False,
        resources={"metadata": {"path": str(pathlib.Path(path).resolve().parent)}},
    )
    _start(client, log)
    with client.setup_kernel():
        _run_cells(client, notebook)
    _tidy(notebook)
    return notebook


def _start(client, log):
    """Starts the kernel, again if it does not answer; what cells do is never repeated."""
    for start in range(1, STARTS + 1):
        client.create_kernel_manager()
        client.start_new_kernel(stdout=log, stderr=log)
        _wait_until_listening(client.km)
        try:
            client.start_new_kernel_client()
            return
        except RuntimeError:
            if start == STARTS:
                raise


def _wait_until_listening(manager):
    deadline = time.monotonic() + LISTENING_SECONDS
    while time.monotonic() < deadline and run_sync(manager.is_alive)():
        with socket.socket() as probe:
            if probe.connect_ex((manager.ip, manager.shell_port)) == 0:
                break
        time.sleep(0.1)
    time.sleep(READY_SECONDS)


def _run_cells(client, notebook):
    for index, cell in enumerate(notebook.cells):
        try:
            client.execute_cell(cell, index)
        except CellExecutionError as error:
            raise CellFailed(f"cell {index + 1}: {ANSI.sub('', str(error))}") from error


def _tidy(notebook):
    """Removes what changes from run to run or from kernel to kernel."""
    notebook.metadata = nbformat.from_dict(METADATA)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for count, cell in enumerate(code, start=1):
        cell.execution_count = count
        cell.metadata.pop("execution", None)
        cell.outputs = _joined(cell.outputs)
        for output in cell.outputs:
            _without_object_names(output)


def _joined(outputs):
    """Consecutive pieces of one stream as one, however the kernel cut them."""
    joined = []
    for output in outputs:
        last = joined[-1] if joined else None
        if last and output.output_type == "stream" and last.get("name") == output.name:
            last.text += output.text
        else:
            joined.append(output)
    return joined


def _without_object_names(output):
    """Of a picture only the picture: some kernels add the image object's address in memory."""
    data = output.get("data", {})
    if "image/png" in data:
        data.pop("text/plain", None)
