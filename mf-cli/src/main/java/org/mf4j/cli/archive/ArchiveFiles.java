package org.mf4j.cli.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mf4j.cli.output.Json;
import org.mf4j.cli.output.Written;
import org.mf4j.experiment.archive.MethodAccuracies;
import org.mf4j.experiment.archive.Ranking;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.results.AccuracyScatter;
import org.mf4j.figures.results.CriticalDifference;
import org.mf4j.files.WholeFile;

/**
 * What {@code mf archive --out} writes: a page, Markdown, CSV, JSON and pictures.
 *
 * @param findings what was found
 * @param settings the settings by the titles of the models
 * @param provenance what repeats the run
 */
record ArchiveFiles(
    ArchiveFindings findings, Map<String, String> settings, Map<String, String> provenance) {
  private static final String NAME = "archive";

  void writeTo(Path folder) throws IOException {
    List<Figure> pictures = pictures();
    ArchiveReport report = new ArchiveReport(findings);
    Written.report(folder, NAME, report.page(pictures, settings, provenance));
    Written.text(folder.resolve(NAME + ".csv"), new SetTables(findings).digits().csv());
    ArchiveJson document = ArchiveJson.of(findings, settings, provenance);
    new WholeFile(folder.resolve(NAME + ".json")).write(file -> Json.write(file, document));
    for (Figure picture : pictures) {
      picture.write(folder);
    }
  }

  /** The ranks of all methods, and every pair of a model and another method. */
  private List<Figure> pictures() {
    List<Picture> pictures = new ArrayList<>();
    Ranking ranking = findings.ranking();
    if (ranking.standings().size() > 1) {
      pictures.add(ranks(ranking));
    }
    findings.pairs().stream()
        .filter(pair -> pair.comparison().sets() > 0)
        .map(ArchiveFiles::scatter)
        .forEach(pictures::add);
    return pictures.stream().map(Picture::figure).toList();
  }

  private CriticalDifference ranks(Ranking ranking) {
    List<String> own = findings.own().stream().map(MethodAccuracies::method).toList();
    return new CriticalDifference(
        ranking.standings().stream()
            .map(
                one ->
                    new CriticalDifference.Method(
                        one.method(), one.meanRank(), own.contains(one.method())))
            .toList(),
        ranking.cliques().stream()
            .map(clique -> new CriticalDifference.Bar(clique.first(), clique.last()))
            .toList(),
        ranking.sets());
  }

  private static AccuracyScatter scatter(ArchiveFindings.Pair pair) {
    MethodAccuracies method = pair.method();
    MethodAccuracies other = pair.other();
    List<String> common =
        method.bySet().keySet().stream().filter(other.bySet()::containsKey).toList();
    return new AccuracyScatter(
        fileName(method.method() + "-against-" + other.method()),
        method.method(),
        other.method(),
        common.stream().mapToDouble(method.bySet()::get).toArray(),
        common.stream().mapToDouble(other.bySet()::get).toArray());
  }

  private static String fileName(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
