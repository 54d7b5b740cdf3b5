package org.mf4j.cli.robustness;

import java.util.List;
import org.mf4j.cli.options.Converter;
import org.mf4j.experiment.robustness.Axis;
import org.mf4j.experiment.robustness.RobustnessOptions;
import org.mf4j.hardware.NonidealityKind;
import org.mf4j.hardware.Placement;
import org.mf4j.options.NamedValues;
import org.mf4j.options.TextForm;
import picocli.CommandLine.Option;

/** The options that say what hardware does, and to what. */
final class HardwareOptions {
  @Option(
      names = "--vary",
      paramLabel = "NAME=VALUES",
      converter = Varied.class,
      completionCandidates = Varied.class,
      description =
          "A non-ideality and its strengths, for example levels=8,4,3,2,1 or, evenly spaced,"
              + " programmingNoise=0..0.5/6 (drift on a logarithmic scale). Repeat it for more; each"
              + " is tried by itself. Any of ${COMPLETION-CANDIDATES}.")
  private List<Axis> axes = List.of();

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "5",
      converter = Converter.Count.class,
      description =
          "Networks per model, each fitted anew and put on a chip of its own. Default:"
              + " ${DEFAULT-VALUE}.")
  private int draws;

  @Option(
      names = "--refit",
      description =
          "Also fit the readout again on the hardware: by ridge regression, for trained models too.")
  private boolean refit;

  @Option(
      names = "--analogue",
      paramLabel = "WHERE",
      defaultValue = "recurrent",
      description =
          "What is made of devices: recurrent, whose readout is digital, or everything. Default:"
              + " ${DEFAULT-VALUE}.")
  private Where analogue;

  private enum Where {
    recurrent(Placement.RECURRENT),
    everything(Placement.EVERYTHING);

    private final Placement placement;

    Where(Placement placement) {
      this.placement = placement;
    }
  }

  RobustnessOptions of(long seed) {
    if (axes.isEmpty()) {
      throw new IllegalArgumentException(
          "There is nothing to vary; name --vary NAME=VALUES, for example"
              + " programmingNoise=0..0.5/6. Names are "
              + String.join(", ", NonidealityKind.ids())
              + ".");
    }
    return new RobustnessOptions(axes, draws, refit, analogue.placement, seed);
  }

  /** Reads {@code levels=8,4,2} or {@code readNoise=0..0.5/6}. */
  static final class Varied extends Converter<Axis> {
    Varied() {
      super(Varied::read, NonidealityKind.ids());
    }

    private static Axis read(String text) {
      NamedValues named = NamedValues.of(text);
      NonidealityKind kind = NonidealityKind.named(named.name());
      return named
          .range()
          .map(range -> Axis.between(kind, range.first(), range.last(), range.count()))
          .orElseGet(
              () ->
                  new Axis(
                      kind,
                      TextForm.parts(named.values()).stream().map(TextForm.NUMBER::read).toList()));
    }
  }
}
