package org.mf4j.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.ToySets;
import org.mf4j.papers.Assembly;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Standing;
import org.mf4j.search.Strategy;
import org.mf4j.search.journal.Journals;

/** Small assemblies on noise around three levels, which is within [0, 1] after scaling. */
class AssemblyReproductionTest {
  private static final DatasetSplit LEVELS = ToySets.levels();

  @TempDir private Path folder;

  private AssemblyReproduction reproduction(AssemblyProtocol protocol) {
    Journals journals = Journals.in(folder, Map.of("mf4j", "test"));
    return new AssemblyReproduction("levels", LEVELS, protocol, journals);
  }

  private static ReproducedAssembly run(
      AssemblyReproduction reproduction, Assembly assembly, int units)
      throws IOException, InterruptedException {
    return reproduction.run(assembly, units, SearchListener.NONE, () -> false).orElseThrow();
  }

  @Test
  void theBestOfTheSampleHasItsTrialsAndGoesOnFromItsJournals()
      throws IOException, InterruptedException {
    AssemblyProtocol protocol = AssemblyProtocol.paper(new Strategy.RandomSample(6), 3, 1);
    ReproducedAssembly cell = run(reproduction(protocol), Assembly.TANH, 8);
    assertThat(cell.units()).isEqualTo(8);
    SearchResult selection = cell.selection();
    assertThat(selection.trials()).isEqualTo(6);
    assertThat(cell.selected().scores().mean())
        .isEqualTo(
            selection.standings().stream()
                .map(Standing::scores)
                .mapToDouble(scores -> scores.mean())
                .max()
                .orElseThrow());
    assertThat(cell.result().settings()).isEqualTo(cell.selected().configuration().settings());
    assertThat(cell.result().scores().values()).hasSize(3).allMatch(score -> score > .6);
    assertThat(cell.result().baseline()).isEqualTo(1 / 3.);
    assertThat(cell.result().published()).isEmpty();
    List<String> before = journal("levels-tanh-8-search");
    assertThat(before.get(0)).contains("\"transforms\":\"min-max\"");
    ReproducedAssembly again = run(reproduction(protocol), Assembly.TANH, 8);
    assertThat(again.result().scores()).isEqualTo(cell.result().scores());
    assertThat(journal("levels-tanh-8-search")).isEqualTo(before);
    assertThat(journal("levels-tanh-8-final")).hasSize(4);
  }

  private List<String> journal(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name + ".jsonl"));
  }

  /**
   * Theorem 3.1 for drives from min(0, omega_0 - Delta-omega) to omega_0 + Delta-omega: K_p + K_d
   * is convex, so it is largest at an end, where deltaT times it must stay below 2.
   */
  @Test
  void nanowiresThatViolateTheTheoremAreRefusedAndNoOthers()
      throws IOException, InterruptedException {
    AssemblyProtocol protocol = AssemblyProtocol.paper(new Strategy.Exhaustive(), 1, 1);
    ReproducedAssembly cell = run(reproduction(protocol), Assembly.NANOWIRES, 3);
    int violating = 0;
    for (double centre : new double[] {.1, .5, .8, .9, 1, 1.1, 1.2, 1.3, 1.5, 2}) {
      for (double spread : new double[] {.001, .01, .1, .5, 1, 1.5, 2}) {
        for (double deltaT : new double[] {.01, .1, .15, .2, .25, .5, 1}) {
          double rate = Math.max(rate(Math.min(0, centre - spread)), rate(centre + spread));
          violating += deltaT * rate < 2 ? 0 : 1;
        }
      }
    }
    assertThat(cell.selection().failedConfigurations()).isEqualTo(violating);
    assertThat(violating).isBetween(1, 489);
    assertThat(cell.selection().standings())
        .flatExtracting(Standing::failures)
        .allMatch(why -> why.startsWith("deltaT: Theorem 3.1 needs a memory factor rho < 1"));
    assertThat(cell.result().failures()).isZero();
  }

  private static double rate(double drive) {
    return 1e-4 * Math.exp(10 * drive) + .5 * Math.exp(-drive);
  }

  @Test
  void lambdaIsSelectedAmongSeveral() throws IOException, InterruptedException {
    AssemblyProtocol protocol =
        new AssemblyProtocol(
            AssemblyProtocol.SCALING, new Strategy.RandomSample(8), List.of(1., 1e6), 1, 1);
    ReproducedAssembly cell = run(reproduction(protocol), Assembly.ECHO_STATE, 8);
    assertThat(cell.selected().configuration().id()).contains("lambda=1.0 ");
    assertThat(cell.selection().standings())
        .extracting(one -> one.configuration().id())
        .anyMatch(id -> id.contains("lambda=1000000.0 "));
  }

  @Test
  void stoppedBeforeItsEndThereIsNoCell() throws IOException, InterruptedException {
    AssemblyProtocol protocol = AssemblyProtocol.paper(new Strategy.RandomSample(2), 1, 1);
    assertThat(reproduction(protocol).run(Assembly.TANH, 4, SearchListener.NONE, () -> true))
        .isEmpty();
  }
}
