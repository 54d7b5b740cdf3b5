package org.mf4j.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A number with its kind; without a value where nothing was measured.
 *
 * @param value in SI units
 * @param kind how it is written
 */
record Quantity(OptionalDouble value, Kind kind) {
  /** How a quantity is written. */
  enum Kind {
    TIME {
      @Override
      String format(double seconds) {
        if (seconds >= 1) {
          return text("%.2f s", seconds);
        }
        return seconds >= 1e-3 ? text("%.1f ms", seconds * 1e3) : text("%.1f µs", seconds * 1e6);
      }
    },
    SEQUENCE_STEPS_PER_SECOND {
      @Override
      String format(double perSecond) {
        return text("%.2f M steps/s", perSecond * 1e-6);
      }
    },
    OPERATIONS_PER_SECOND {
      @Override
      String format(double perSecond) {
        return text("%.0f GFLOP/s", perSecond * 1e-9);
      }
    },
    BYTES {
      @Override
      String format(double bytes) {
        return text("%.1f bytes", bytes);
      }
    };

    abstract String format(double value);

    private static String text(String format, double value) {
      return String.format(Locale.ROOT, format, value);
    }
  }

  static Quantity seconds(OptionalDouble seconds) {
    return new Quantity(seconds, Kind.TIME);
  }

  /** Another quantity that follows from this one, if this one was measured. */
  Quantity map(Kind newKind, DoubleUnaryOperator function) {
    OptionalDouble mapped =
        value.isPresent()
            ? OptionalDouble.of(function.applyAsDouble(value.getAsDouble()))
            : OptionalDouble.empty();
    return new Quantity(mapped, newKind);
  }

  /** The same kind of quantity, so many times as large. */
  Quantity times(double factor) {
    return map(kind, x -> factor * x);
  }

  /** {@return this divided by another} */
  OptionalDouble dividedBy(Quantity other) {
    return value.isPresent() && other.value.isPresent()
        ? OptionalDouble.of(value.getAsDouble() / other.value.getAsDouble())
        : OptionalDouble.empty();
  }

  @Override
  public String toString() {
    return value.isPresent() ? kind.format(value.getAsDouble()) : "-";
  }
}
