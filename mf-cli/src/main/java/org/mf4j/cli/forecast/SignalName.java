package org.mf4j.cli.forecast;

import java.util.Arrays;
import java.util.Iterator;
import org.mf4j.experiment.forecasting.ForecastTask;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a signal. */
final class SignalName implements ITypeConverter<ForecastTask> {
  @Override
  public ForecastTask convert(String name) {
    try {
      return ForecastTask.of(name);
    } catch (IllegalArgumentException e) {
      // picocli would name the class of any other exception in its message.
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** The names, for the help text. */
  static final class All implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ForecastTask.values()).map(ForecastTask::id).iterator();
    }
  }
}
