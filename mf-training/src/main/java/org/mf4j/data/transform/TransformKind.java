package org.mf4j.data.transform;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.mf4j.options.NearestName;

/** The steps by their names, which the command line and model files use. */
public enum TransformKind {
  /** {@link ZNormalise}. */
  Z_NORMALISE("z-normalise") {
    @Override
    Transform transform() {
      return new ZNormalise();
    }

    @Override
    FittedTransform fitted(Map<?, ?> description) {
      return new ZNormalise();
    }
  },

  /** {@link ZNormaliseChannels}. */
  Z_NORMALISE_CHANNELS("z-normalise-channels") {
    @Override
    Transform transform() {
      return new ZNormaliseChannels();
    }

    @Override
    FittedTransform fitted(Map<?, ?> description) {
      return scaling(description);
    }
  },

  /** {@link MinMax}. */
  MIN_MAX("min-max") {
    @Override
    Transform transform() {
      return new MinMax();
    }

    @Override
    FittedTransform fitted(Map<?, ?> description) {
      return scaling(description);
    }
  },

  /** {@link Interpolate}. */
  INTERPOLATE("interpolate") {
    @Override
    Transform transform() {
      return new Interpolate();
    }

    @Override
    FittedTransform fitted(Map<?, ?> description) {
      return new Interpolate();
    }
  },

  /** {@link Resample}. */
  RESAMPLE("resample") {
    @Override
    Transform transform() {
      return new Resample(OptionalInt.empty());
    }

    @Override
    Transform transform(String steps) {
      if (!steps.matches("[1-9][0-9]{0,6}")) {
        throw new IllegalArgumentException(
            "resample=" + steps + ": the number of steps must be a whole number from 1 to 9999999");
      }
      return new Resample(OptionalInt.of(Integer.parseInt(steps)));
    }

    @Override
    FittedTransform fitted(Map<?, ?> description) {
      return new ResampleTo(((Number) description.get("steps")).intValue());
    }
  };

  private static final String NAME = "name";

  private final String id;

  TransformKind(String id) {
    this.id = id;
  }

  /**
   * The name.
   *
   * @return for instance {@code z-normalise}
   */
  public String id() {
    return id;
  }

  /**
   * The step that a text names.
   *
   * @param text a name, for {@code resample} with or without a number: {@code resample=100}
   * @return the step
   * @throws IllegalArgumentException if there is no such step; the message offers the nearest name
   */
  public static Transform parse(String text) {
    String[] parts = text.strip().split("=", 2);
    TransformKind kind = of(parts[0]);
    return parts.length == 1 ? kind.transform() : kind.transform(parts[1]);
  }

  private static TransformKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no transform \"%s\"; did you mean %s?"
                        .formatted(name, NearestName.of(name, ids()).orElseThrow())));
  }

  /**
   * All names.
   *
   * @return in the order of this enumeration
   */
  public static List<String> ids() {
    return Arrays.stream(values()).map(TransformKind::id).toList();
  }

  /** The fitted step that {@link FittedTransform#describe} described. */
  static FittedTransform read(Map<?, ?> description) {
    return of(String.valueOf(description.get(NAME))).fitted(description);
  }

  Map<String, Object> describe(Map<String, Object> numbers) {
    Map<String, Object> description = new TreeMap<>(numbers);
    description.put(NAME, id);
    return description;
  }

  abstract Transform transform();

  Transform transform(String argument) {
    throw new IllegalArgumentException(id + "=" + argument + ": " + id + " takes no number");
  }

  abstract FittedTransform fitted(Map<?, ?> description);

  ChannelScaling scaling(Map<?, ?> description) {
    return new ChannelScaling(this, numbers(description, "shift"), numbers(description, "scale"));
  }

  private static List<Double> numbers(Map<?, ?> description, String key) {
    return ((List<?>) description.get(key))
        .stream().map(number -> ((Number) number).doubleValue()).toList();
  }
}
