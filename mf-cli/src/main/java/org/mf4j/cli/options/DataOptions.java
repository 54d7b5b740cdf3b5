package org.mf4j.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.FiniteValues;
import org.mf4j.data.series.LearnableClasses;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose a training set and a test set and what is done to them. */
public final class DataOptions {
  /** Fixed, so that trials of different seeds are scored on the same series. */
  private static final long SPLIT_SEED = 1;

  @Mixin private SourceOptions source;

  @Option(names = "--test", paramLabel = "FILE", description = "Test set, a file like --train's.")
  private Path test;

  @Option(
      names = "--hold-out",
      paramLabel = "SHARE",
      converter = Share.class,
      description =
          "In place of --test: set this share of the series of --train aside as the test set, class"
              + " by class; 0.3 is usual. The same file and share give the same sets.")
  private Double holdOut;

  @Mixin private TransformOption transforms;

  /** {@return the sets, read or generated, and transformed; they have no missing values} */
  public DatasetSplit load() {
    DatasetSplit read = read();
    DatasetSplit sets = transforms.pipeline().fit(read.train()).apply(read);
    return refuseMissingValues(sets);
  }

  /**
   * What is learned from.
   *
   * @param series the training set, transformed, without missing values
   * @param sha256 the digests of what was read, by the names of the sets
   */
  public record Training(SeriesSet series, Map<String, String> sha256) {}

  /**
   * For commands that look at no test set.
   *
   * @return the training set of {@link #load}, or all of --train where neither --test nor
   *     --hold-out is there
   */
  public Training training() {
    if (source.file().isEmpty() || source.named().isPresent() || test != null || holdOut != null) {
      DatasetSplit sets = load();
      return new Training(sets.train(), sets.sha256());
    }
    SeriesFile read = source.read().orElseThrow();
    SeriesSet all = LearnableClasses.require(read.series());
    return new Training(
        FiniteValues.require(transforms.pipeline().fit(all).apply(all)),
        Map.of("train", read.sha256()));
  }

  /**
   * The place where a command refuses missing values in both sets.
   *
   * @param sets as they are to be learned from
   * @return the same
   * @throws org.mf4j.data.series.DataException if a value is missing
   */
  public static DatasetSplit refuseMissingValues(DatasetSplit sets) {
    FiniteValues.require(sets.train());
    FiniteValues.require(sets.test());
    return sets;
  }

  /** {@return whether an option names data, in place of the generated charts} */
  public boolean isGiven() {
    return source.isGiven() || test != null || holdOut != null;
  }

  /** {@return what is done to the series, as the option takes it; empty for nothing} */
  public String transforms() {
    return transforms.pipeline().text();
  }

  private DatasetSplit read() {
    Optional<Path> train = source.file();
    if (train.isEmpty() && (test != null || holdOut != null)) {
      throw new IllegalArgumentException(
          (test != null ? "--test" : "--hold-out") + " needs --train; give both.");
    }
    Optional<DatasetSplit> named = source.named();
    if (named.isPresent() && train.isPresent()) {
      throw new IllegalArgumentException(
          "Name either --dataset, or --train with --test, not both.");
    }
    return named
        .or(() -> source.read().map(this::withTest))
        .orElseGet(() -> ControlCharts.generate(ControlCharts.DEFAULT_SEED));
  }

  private DatasetSplit withTest(SeriesFile train) {
    if ((test == null) == (holdOut == null)) {
      throw new IllegalArgumentException(
          "--train needs --test FILE, or --hold-out 0.3 to set a part of it aside; give one of the"
              + " two.");
    }
    if (test != null) {
      return DatasetSplit.of(train, source.read(test));
    }
    return DatasetSplit.heldOut(train, holdOut, SPLIT_SEED);
  }

  private static final class Share extends Converter<Double> {
    Share() {
      super(Share::read, List.of());
    }

    private static Double read(String word) {
      try {
        double share = Double.parseDouble(word);
        Split.requireFraction(share);
        return share;
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("'" + word + "' does not lie between 0 and 1.", e);
      }
    }
  }
}
