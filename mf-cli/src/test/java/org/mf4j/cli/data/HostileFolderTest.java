package org.mf4j.cli.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.cli.Run;

/** Folders and tables that somebody sent: an answer in bounded time, and no terminal obeys them. */
class HostileFolderTest {
  private static final String ESCAPE = "\u001b]0;owned\u0007\u202e";

  @TempDir private Path folder;

  @BeforeEach
  void writeTwoClasses() throws IOException {
    for (String name : List.of("up", "down")) {
      Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("a.csv"), "1\n2\n3\n");
    }
  }

  private static Run data(Object... words) {
    Object[] all = new Object[words.length + 1];
    all[0] = "data";
    System.arraycopy(words, 0, all, 1, words.length);
    return Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Run.mf(all));
  }

  private static void assertOneSentence(Run run) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.complaints()).hasSize(1);
    assertNothingActs(run);
  }

  private static void assertNothingActs(Run run) {
    assertThat(run.out() + run.err()).doesNotContain("\u001b", "\u0007", "\u202e", "Exception");
  }

  @Test
  void linksInACircleAreNotFollowedForEver() throws IOException {
    Files.createSymbolicLink(folder.resolve("up/again"), folder);
    Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
    Files.createSymbolicLink(folder.resolve("up/self.csv"), folder.resolve("up/self.csv"));
    Run run = data(folder);
    if (run.exitCode() == 0) {
      assertThat(run.out()).contains("series    2");
    } else {
      assertOneSentence(run);
    }
  }

  @Test
  void aFolderThatIsCalledLikeAFileIsNone() throws IOException {
    Files.createDirectory(folder.resolve("up/b.csv"));
    Run run = data(folder);
    assertOneSentence(run);
    assertThat(run.err()).contains("b.csv");
  }

  /** Nobody writes to it, so reading it would never end. */
  @Test
  void aPipeIsNoSeries() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "this machine has no mkfifo");
    Process made =
        new ProcessBuilder("/usr/bin/mkfifo", folder.resolve("up/pipe.csv").toString()).start();
    assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();
    Run run = data(folder);
    assertOneSentence(run);
    assertThat(run.err()).contains("pipe.csv");
  }

  /** As a class, a file, a column, an id, a word where a number should be, and a time. */
  @ParameterizedTest
  @CsvSource({
    "'', 'E,1\\nb,2\\nE,2\\n'",
    "'--label none', 'E,1\\n3,2\\n'",
    "'--label E', 'x,E,y\\n1,a,2\\n3,b,E\\n'",
    "'--label q', 'x,E,y\\n1,a,2\\n'",
    "'--id i --label c --time t', 'i,c,t,x\\nE,a,1,2\\nE,a,1,3\\n'",
    "'--id i --label c --time t', 'i,c,t,x\\nu,a,E,2\\nu,a,1,3\\n'",
    "'--id i --label c', 'i,c,x\\nu,E,2\\nu,F,3\\n'",
    "'--id i --label c', 'i,c,E\\nu,a,2\\nu,a,3\\nv,b,1\\n'"
  })
  void whatATerminalWouldObeyIsPrintedEscaped(String options, String text) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, text.translateEscapes().replace("E", ESCAPE));
    Object[] words = ("data " + file + " " + options).strip().replace("E", ESCAPE).split(" +", -1);
    assertNothingActs(Run.mf(words));
  }

  @Test
  void namesOfFoldersAndFilesAreEscapedToo() throws IOException {
    Path evil = Files.createDirectory(folder.resolve(ESCAPE));
    Path file = Files.writeString(evil.resolve(ESCAPE + ".csv"), "1\n2\n");
    Run good = data(folder);
    assertThat(good.exitCode()).as(good.err()).isZero();
    assertNothingActs(good);
    Files.writeString(file, "1\nx\n");
    assertOneSentence(data(folder));
    assertOneSentence(data(evil.resolve("absent.csv")));
    assertOneSentence(data(Files.writeString(evil.resolve("a.unknown"), "")));
  }

  @Test
  void aHundredThousandColumnsAreRead() throws IOException {
    int columns = 100_000;
    String ones = String.join(",", Collections.nCopies(columns, "1"));
    Path file = Files.writeString(folder.resolve("wide.csv"), "a," + ones + "\nb," + ones + "\n");
    assertThat(data(file).out()).contains("length    100000 steps");
    assertThat(data(file, "--label", "1").out()).contains("length    100000 steps");
    Path named =
        Files.writeString(
            folder.resolve("named.csv"),
            "id," + ones.replace("1", "x") + "\nu," + ones + "\nu," + ones + "\n");
    assertThatCode(() -> assertOneSentence(data(named, "--id", "id", "--time", "last")))
        .doesNotThrowAnyException();
  }

  /** What a header announces is not allocated. */
  @Test
  void aHeaderMayAnnounceWhatItLikes() throws IOException {
    Path file = folder.resolve("huge.ts");
    Files.writeString(
        file,
        """
        @univariate false
        @dimensions 2147483647
        @equalLength true
        @seriesLength 2147483647
        @classLabel true a b
        @data
        1,2:3,4:a
        """);
    assertOneSentence(data(file));
  }
}
