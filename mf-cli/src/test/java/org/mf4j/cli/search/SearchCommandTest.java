package org.mf4j.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;

/** {@code mf search} on the generated control charts. */
class SearchCommandTest {
  @TempDir private Path folder;

  private static Run search(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("search", "--model", "mf-esn", "--units", 10, "--vary", "gamma=.5,1"));
    words.addAll(List.of(more));
    return Run.mf(words.toArray());
  }

  @Test
  void printsLeaderboardBaselineAndBestAndWritesCsv() throws IOException {
    Path csv = folder.resolve("search.csv");
    Run run = search("--vary", "lambda=.01..1/3", "--draws", 2, "--top", 2, "--csv", csv);
    assertThat(run.err().lines()).allMatch(line -> line.startsWith("mf: warning: mf-esn: "));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .startsWith(
            "ControlCharts: 300 training series; every configuration of 6 of mf-esn, 2 draws each,"
                + " hold-out of 0.2",
            "  gamma [0.5, 1.0]",
            "  lambda [0.01, 0.1, 1.0]",
            "Baseline (majority class): accuracy 0.167")
        .anyMatch(
            line -> line.matches("1 +0\\.\\d{3} \\+- 0\\.\\d{3} +2 +0 +\\S+ +lambda=.* gamma=.*"))
        .anyMatch(line -> line.startsWith("Best: lambda="))
        .anyMatch(line -> line.matches("Computed by mf4j \\S+, commit \\S+\\."))
        .noneMatch(line -> line.startsWith("3 "));
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0))
        .isEqualTo("rank,gamma,lambda,round,succeeded,failed,accuracy,std,seconds,failure,commit");
    assertThat(lines.get(1)).startsWith("1,").contains(",1,2,0,");
  }

  @Test
  void warnsOfTheBestSettingWhereTheoryDoes() {
    Run run =
        Run.mf("search", "--model", "mf-esn", "--units", 10, "--vary", "gamma=1", "--draws", 1);
    assertThat(run.err()).startsWith("mf: warning: mf-esn: the slowest mode may take 61 ");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aJournalGoesOnWhenAsked() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    String first = search("--draws", 1, "--journal", journal).out();
    List<String> lines = Files.readAllLines(journal);
    assertThat(lines).hasSize(3);
    // A journal goes on under another commit.
    assertThat(lines.get(0))
        .contains("\"data\":{\"test\":\"", "\"mf4j\":\"")
        .doesNotContain("commit");
    Run again = search("--draws", 1, "--journal", journal);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("exists; resume it (--resume)").hasLineCount(1);
    // One trial is lost, the others are not run again: the times are those of the journal.
    Files.write(journal, lines.subList(0, 2));
    Run resumed = search("--draws", 1, "--journal", journal, "--resume");
    assertThat(resumed.exitCode()).isZero();
    assertThat(Files.readAllLines(journal)).hasSize(3).startsWith(lines.get(0), lines.get(1));
    assertThat(best(resumed.out())).isEqualTo(best(first));
    Run other = search("--draws", 2, "--journal", journal, "--resume");
    assertThat(other.err()).contains("another run (draws 1 there, 2 here)").hasLineCount(1);
  }

  private static String best(String out) {
    return out.lines().filter(line -> line.startsWith("Best: ")).findFirst().orElseThrow();
  }

  @Test
  void strategiesAndFolds() {
    assertThat(search("--strategy", "random", "--samples", 1, "--draws", 1, "--folds", 3).out())
        .contains("1 random configurations of 2 of mf-esn, 1 draw each, 3 folds");
    assertThat(search("--strategy", "halving", "--factor", 2, "--draws", 2).out())
        .contains("successive halving by 2 of 2");
  }

  /** Nothing can be learned with a step of a millionth: the table says so. */
  @Test
  void whatDoesNotBeatTheBaselineIsTold() {
    Run run = search("--vary", "deltaT=1e-12", "--vary", "lambda=1e9", "--draws", 1);
    assertThat(run.out()).contains("The best configuration does not beat the baseline.");
  }

  @Test
  void mistakesAreOneSentence() {
    assertThat(search("--vary", "leakRate=.5").err())
        .startsWith("mf: leakRate: mf-esn has no such setting; it has units,")
        .hasLineCount(1);
    assertThat(search("--vary", "gama=.5").err()).contains("did you mean gamma?").hasLineCount(1);
    assertThat(search("--vary", "gamma=a").err())
        .contains("gamma = a: unknown", "log-uniform")
        .hasLineCount(1);
    assertThat(search("--resume").err()).contains("--resume needs --journal");
    assertThat(Run.mf("search", "--model", "mf-esn").err()).contains("nothing to search");
    assertThat(Run.mf("search", "--model", "hetero-mf-esn", "--grid", "apl").err())
        .contains("the paper has none for hetero-mf-esn");
  }
}
