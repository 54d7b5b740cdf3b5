"""That the comparison fails when it must, and only then."""

import unittest

from nbformat import v4

import compare


def notebook(*outputs, tags=()):
    cell = v4.new_code_cell("code", outputs=list(outputs), metadata={"tags": list(tags)})
    return v4.new_notebook(cells=[v4.new_markdown_cell("text"), cell])


def printed(text):
    return v4.new_output("stream", name="stdout", text=text)


def table(html):
    return v4.new_output("display_data", data={"text/html": html})


def picture(png="iVBOR"):
    return v4.new_output("display_data", data={"image/png": png, "text/plain": "BufferedImage@12ab"})


class CompareTest(unittest.TestCase):
    def agree(self, committed, fresh):
        self.assertEqual([], compare.differences(committed, fresh))

    def differ(self, committed, fresh, sentence):
        self.assertEqual([sentence], compare.differences(committed, fresh))

    def test_numbers_within_one_per_cent_agree(self):
        self.agree(notebook(printed("rho 0.990, 1e-14")), notebook(printed("rho  0.985, 3e-16\n")))
        self.agree(notebook(table("<td>-100</td>")), notebook(table("<td>-99.5</td>")))

    def test_another_number_differs(self):
        self.differ(
            notebook(printed("accuracy 0.951")),
            notebook(printed("accuracy 0.931")),
            "cell 2: committed with 0.951, now 0.931, in 'accuracy 0.931'",
        )
        self.differ(
            notebook(table("<td>1e-5</td>")),
            notebook(table("<td>-1e-5</td>")),
            "cell 2: committed with 1e-5, now -1e-5, in '<td>-1e-5</td>'",
        )

    def test_times_are_not_compared_but_must_be_there(self):
        self.agree(notebook(table("<td>1.2 s</td> 30 ms")), notebook(table("<td>71 s</td> 4e3 ms")))
        self.differ(
            notebook(printed("took 1.2 s")),
            notebook(printed("took NaN s")),
            "cell 2: committed with the text 'took a time', now 'took NaN s'",
        )
        self.assertIsNotNone(compare.of_texts("1.2 states", "1.9 states"))

    def test_a_tag_widens_the_tolerance_of_its_cell(self):
        before, after = printed("loss 0.100"), printed("loss 0.108")
        self.agree(notebook(before, tags=["tolerance=0.1"]), notebook(after))
        self.assertEqual(1, len(compare.differences(notebook(before, tags=["tolerance=0.05"]), notebook(after))))

    def test_other_words_differ(self):
        self.assertEqual(1, len(compare.differences(notebook(printed("stable")), notebook(printed("unstable")))))

    def test_a_picture_must_be_there_and_not_be_empty(self):
        self.agree(notebook(picture("aaaa")), notebook(picture("bbbb")))
        self.differ(notebook(picture()), notebook(), "cell 2: committed with a picture, now with no output")
        self.differ(notebook(picture()), notebook(picture("")), "cell 2: committed with a picture, now with a result")

    def test_a_notebook_that_was_never_run_differs(self):
        self.differ(
            notebook(), notebook(printed("1"), picture()),
            "cell 2: committed with no output, now with text on stdout, a picture",
        )

    def test_an_error_differs_from_a_result(self):
        error = v4.new_output("error", ename="E", evalue="message", traceback=[])
        self.differ(
            notebook(printed("1")), notebook(error), "cell 2: committed with text on stdout, now with an error"
        )


if __name__ == "__main__":
    unittest.main()
