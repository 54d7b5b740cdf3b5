"""That every kind of fault is found, and none on a page without."""

import pathlib
import tempfile
import unittest

import look

PAGE = '<!DOCTYPE html><html lang="en"><title>t</title><body style="margin: 0">{}</body></html>'


class Look(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = look.start()

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def faults(self, body):
        page = self.folder / "page.html"
        page.write_text(PAGE.format(body), encoding="utf-8")
        return look.faults(self.browser, page.as_uri())

    def drawing(self, inside):
        file = self.folder / "drawing.svg"
        size = 'viewBox="0 0 600 300" width="600" height="300"'
        file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>', encoding="utf-8")
        [(_, address)] = look.pages(str(file), self.folder)
        return look.faults(self.browser, address)

    def test_a_good_page_has_none(self):
        self.assertEqual([], self.faults('<p>Words</p><p style="background: #222; color: #fff">More</p>'))

    def test_an_error_on_the_console(self):
        wide, narrow = self.faults("<script>nothing.at.all()</script>")
        self.assertRegex(wide, "1280 pixels: .*nothing is not defined")
        self.assertRegex(narrow, "400 pixels: .*nothing is not defined")

    def test_a_page_wider_than_a_narrow_window(self):
        self.assertEqual(["400 pixels: 700 pixels wide in a window of 400"], self.faults('<div style="width: 700px">a</div>'))

    def test_a_picture_that_is_not_there(self):
        self.assertIn("1280 pixels: no picture: gone", self.faults('<img alt="gone" src="gone.png">'))

    def test_text_that_is_too_dim(self):
        # (1.05) / (luminance of #999 + .05) = 2.85
        self.assertIn('1280 pixels: "Words" has a contrast of 2.85, below 3', self.faults('<p style="color: #999">Words</p>'))
        self.assertEqual([], self.faults('<p style="color: #949494">Words</p>'))

    def test_text_that_is_half_transparent(self):
        self.assertRegex(self.faults('<p style="color: #0006">Words</p>')[0], "contrast of 2.8")

    def test_text_in_a_drawing_over_a_shape(self):
        shape = '<rect x="100" y="100" width="300" height="100" style="fill: rgb(0,0,0)"/>'
        self.assertRegex(self.drawing(shape + '<text x="200" y="150" style="fill: rgb(51,51,51)">Words</text>')[0], "contrast of 1.66")
        self.assertEqual([], self.drawing(shape + '<text x="200" y="150" style="fill: #fff">Words</text>'))

    def test_text_in_a_drawing_over_pixels(self):
        # One black pixel, 300 times as large.
        black = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
        image = f'<image x="100" y="0" width="300" height="300" href="data:image/png;base64,{black}"/>'
        self.assertRegex(self.drawing(image + '<text x="200" y="150" fill="#333">Words</text>')[0], "contrast of 1.66")
        self.assertEqual([], self.drawing(image + '<text x="200" y="150" fill="#fff">Words</text>'))

    def test_a_folder_without_pages(self):
        with self.assertRaisesRegex(SystemExit, "no page"):
            look.pages(str(self.folder), self.folder)


if __name__ == "__main__":
    unittest.main()
