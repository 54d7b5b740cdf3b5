package org.mf4j.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mf4j.experiment.ComparisonRecord;
import org.mf4j.models.ModelKind;

class ComparisonHtmlTest {
  private static ComparisonRecord record() {
    ComparisonRecord record = new ComparisonRecord();
    for (ModelKind kind : new ModelKind[] {ModelKind.ESN, ModelKind.RNN}) {
      record.onTrialStart(kind, 1, 1);
      record.onPredictions(kind, 1, new double[] {0, 1});
    }
    record.onEpoch(ModelKind.RNN, 1, 1, 2, .7);
    record.onEpoch(ModelKind.RNN, 1, 2, 2, .5);
    return record;
  }

  private static String page(ComparisonSetup setup) {
    ComparisonReport found = ComparisonReport.of(setup, Samples.results(setup));
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("command", "./mf compare --train 'a <b>.ts'");
    provenance.putAll(found.particulars(Duration.ofMillis(1234)));
    return found.report(new ComparisonPictures(found, record()).figures(), provenance).html();
  }

  @Test
  void holdsTheTableThePicturesAndWhatRepeatsTheRun() {
    String page = page(Samples.setup("GunPoint", "a", "b"));
    assertThat(page)
        .contains("<h1>Models compared on GunPoint</h1>")
        .contains("<td>esn</td><td>0.500 ± 0.100</td><td>0.593 ± 0.023</td>")
        .contains("./mf compare --train &#39;a &lt;b&gt;.ts&#39;", "1.2 s", "GunPoint")
        .contains("Best model: ESN, seed 7");
    assertThat(page.split("<img ", -1)).hasSize(4);
    assertThat(page.indexOf("SHA-256, train")).isLessThan(page.indexOf("SHA-256, test"));
  }

  @Test
  void numbersAreShownAgainstTheTruth() {
    assertThat(page(Samples.setup("Mine"))).contains("one point per test series");
  }
}
