"""./mf notebook on a small notebook, with the real kernel."""

import pathlib
import subprocess
import tempfile
import unittest

import nbformat
from nbformat import v4

import run

HOME = pathlib.Path(__file__).resolve().parents[2]
MF = HOME / "mf"

SETUP = """import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.figures.notebook.*;
import org.mf4j.figures.physics.RateRange;
import org.mf4j.figures.report.Table;
import org.nd4j.linalg.factory.Nd4j;"""
PICTURE = "Notebook.show(new RateRange(MemristiveDynamics.paper()));"
TABLE = 'Notebook.show(Table.of("name", "value").row("sum", Nd4j.ones(2, 3).sumNumber().doubleValue()));'


class RunTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name, "small.ipynb")

    def write(self, *sources):
        nbformat.write(v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources]), self.path)

    def mf(self, option):
        command = [str(MF), "notebook", option, str(self.path)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def test_executed_outputs_pass_the_check_and_changed_ones_do_not(self):
        self.write(SETUP, PICTURE, TABLE)
        executed = self.mf("--execute")
        self.assertEqual(0, executed.returncode, executed.stderr)
        _, drawn, told = nbformat.read(self.path, as_version=4).cells
        picture, caption = drawn.outputs
        self.assertTrue(picture.data["image/png"].startswith("iVBOR"))
        self.assertIn("eq. (6)", caption.data["text/html"])
        self.assertIn("<td>sum</td><td>6</td>", told.outputs[0].data["text/html"])

        before = self.path.read_bytes()
        checked = self.mf("--check")
        self.assertEqual(0, checked.returncode, checked.stderr)
        self.assertEqual(before, self.path.read_bytes())

        self.tamper()
        failed = self.mf("--check")
        self.assertEqual(1, failed.returncode)
        self.assertRegex(failed.stderr, r"small\.ipynb, cell 2: committed with a picture, a picture, a result, now")
        self.assertRegex(failed.stderr, r"small\.ipynb, cell 3: committed with 7, now 6")

    def tamper(self):
        """As if a cell had drawn one more picture, and another had found another number."""
        notebook = nbformat.read(self.path, as_version=4)
        _, drawn, told = notebook.cells
        drawn.outputs.insert(0, drawn.outputs[0])
        told.outputs[0].data["text/html"] = told.outputs[0].data["text/html"].replace("6", "7")
        nbformat.write(notebook, self.path)

    def test_a_cell_that_fails_is_named_and_the_file_kept(self):
        self.write("int one = 1;", "one / (one - 1)")
        before = self.path.read_bytes()
        failed = self.mf("--execute")
        self.assertEqual(1, failed.returncode)
        self.assertIn("mf: small.ipynb, cell 2: ", failed.stderr)
        self.assertIn("/ by zero", failed.stderr)
        self.assertEqual(before, self.path.read_bytes())


class DocumentsTest(unittest.TestCase):
    def test_the_commands_that_documents_show_exist(self):
        for document in ("README.md", "CONTRIBUTING.md", "notebooks/README.md"):
            lines = HOME.joinpath(document).read_text(encoding="utf-8").splitlines()
            commands = [line.partition("#")[0].split() for line in lines if line.startswith("./mf notebook")]
            self.assertTrue(commands, document)
            for command in commands:
                _, others = run.OPTIONS.parse_known_args(command[2:])
                self.assertFalse([other for other in others if other.startswith("-")], command)


if __name__ == "__main__":
    unittest.main()
