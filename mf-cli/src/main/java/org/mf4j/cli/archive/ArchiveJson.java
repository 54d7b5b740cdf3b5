package org.mf4j.cli.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mf4j.experiment.Trial;
import org.mf4j.experiment.archive.MethodAccuracies;
import org.mf4j.experiment.archive.PairedComparison;
import org.mf4j.experiment.archive.Ranking;
import org.mf4j.experiment.archive.SetFacts;
import org.mf4j.experiment.archive.SetOutcome;

/** A run over an archive as JSON: its keys are the names of the components. */
record ArchiveJson(
    List<DataSet> sets,
    List<MethodAccuracies> others,
    Ranking ranking,
    List<Comparison> comparisons,
    Map<String, String> settings,
    Map<String, String> provenance) {
  /** A set; facts are null where it could not be read. */
  record DataSet(
      String set, SetFacts facts, String metric, List<Result> results, List<String> remarks) {
    static DataSet of(SetOutcome set) {
      return new DataSet(
          set.name(),
          set.facts().orElse(null),
          set.facts().map(facts -> facts.metric().id()).orElse(null),
          set.models().stream()
              .map(
                  model ->
                      new Result(
                          model.kind().id(),
                          model.trials().stream().map(Run::of).toList(),
                          model.failure().orElse(null)))
              .toList(),
          set.remarks());
    }
  }

  /** A model on a set; the failure is null where all trials were finished. */
  record Result(String model, List<Run> trials, String failure) {}

  /** A trial; the last two are null where the model tells no probabilities. */
  record Run(
      long seed,
      double score,
      double fitSeconds,
      double predictSeconds,
      Double logLoss,
      Double calibrationError) {
    static Run of(Trial one) {
      return new Run(
          one.seed(),
          one.score(),
          one.fitSeconds(),
          one.predictSeconds(),
          one.belief().map(Trial.Belief::logLoss).orElse(null),
          one.belief().map(Trial.Belief::calibrationError).orElse(null));
    }
  }

  /** A model against another method. */
  record Comparison(String method, String against, PairedComparison found) {}

  static ArchiveJson of(
      ArchiveFindings findings, Map<String, String> settings, Map<String, String> provenance) {
    return new ArchiveJson(
        findings.sets().stream().map(DataSet::of).toList(),
        findings.others(),
        findings.ranking(),
        findings.pairs().stream()
            .map(
                pair ->
                    new Comparison(
                        pair.method().method(), pair.other().method(), pair.comparison()))
            .toList(),
        new LinkedHashMap<>(settings),
        new LinkedHashMap<>(provenance));
  }
}
