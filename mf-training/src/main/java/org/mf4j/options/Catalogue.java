package org.mf4j.options;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The kinds of one thing that have a name, each a record, and with it their text: {@code
 * sparse(radius=0.5,fanIn=10)}. A value is made by the record's constructor, which checks it.
 *
 * @param <T> the thing
 */
public final class Catalogue<T> {
  private final Class<T> type;
  private final String words;
  private final Map<Class<?>, TextForm<?>> forms = new HashMap<>();
  private final List<Kind<T>> kinds;

  /**
   * One kind.
   *
   * @param <T> the thing
   * @param name its name, small letters and hyphens
   * @param record its class; numbers, flags, lists of numbers, and what the catalogue knows
   * @param keys the names of its arguments; none if they go by their places alone
   */
  public record Kind<T>(String name, Class<? extends T> record, List<String> keys) {
    /**
     * A kind.
     *
     * @param <T> the thing
     * @param name its name
     * @param record its class
     * @param keys the names of its arguments, or none
     * @return the kind
     */
    public static <T> Kind<T> of(String name, Class<? extends T> record, String... keys) {
      return new Kind<>(name, record, List.of(keys));
    }

    private RecordComponent[] components() {
      return record.getRecordComponents();
    }

    private String key(int component) {
      return keys.isEmpty() ? components()[component].getName() : keys.get(component);
    }

    private boolean isList() {
      return components().length == 1 && components()[0].getType() == List.class;
    }

    private String usage() {
      String inside =
          IntStream.range(0, components().length)
              .mapToObj(i -> keys.isEmpty() ? key(i) : key(i) + "=...")
              .collect(Collectors.joining(","));
      return components().length == 0 ? name : name + "(" + inside + (isList() ? ",..." : "") + ")";
    }
  }

  /**
   * A catalogue.
   *
   * @param type the thing
   * @param words what it is, for messages
   * @param nested the forms of what its records hold beside numbers, flags and the thing itself
   * @param kinds the kinds
   */
  public Catalogue(Class<T> type, String words, List<TextForm<?>> nested, List<Kind<T>> kinds) {
    this.type = type;
    this.words = words;
    this.kinds = List.copyOf(kinds);
    forms.put(double.class, TextForm.NUMBER);
    forms.put(int.class, TextForm.WHOLE);
    forms.put(boolean.class, TextForm.FLAG);
    forms.put(type, form());
    nested.forEach(form -> forms.put(form.type(), form));
  }

  /** {@return the form of a value} */
  public TextForm<T> form() {
    return new TextForm<>(type, words + ": " + usage(), this::read, this::write);
  }

  /** {@return how every kind is written, separated by commas} */
  public String usage() {
    return kinds.stream().map(Kind::usage).collect(Collectors.joining(", "));
  }

  private T read(String text) {
    Call call = Call.read(text);
    Kind<T> kind =
        kinds.stream()
            .filter(one -> one.name().equals(call.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        NearestName.unknown(call.name(), kinds.stream().map(Kind::name).toList())));
    try {
      return make(kind, kind.isList() ? list(call) : arguments(kind, call));
    } catch (Missing e) {
      throw new IllegalArgumentException("must be " + kind.usage(), e);
    }
  }

  private static Object[] list(Call call) {
    return new Object[] {
      call.arguments().stream().map(one -> TextForm.NUMBER.read(one.text())).toList()
    };
  }

  private Object[] arguments(Kind<T> kind, Call call) {
    RecordComponent[] components = kind.components();
    if (call.arguments().size() != components.length) {
      throw new Missing();
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Call.Argument given = call.arguments().get(i);
      int place = given.key().isEmpty() ? i : place(kind, given.key());
      if (values[place] != null) {
        throw new Missing();
      }
      values[place] = forms.get(components[place].getType()).read(given.text());
    }
    return values;
  }

  private static int place(Kind<?> kind, String key) {
    for (int i = 0; i < kind.components().length; i++) {
      if (kind.key(i).equalsIgnoreCase(key)) {
        return i;
      }
    }
    throw new Missing();
  }

  private T make(Kind<T> kind, Object[] values) {
    Class<?>[] types =
        Arrays.stream(kind.components()).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return kind.record().getConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException why) {
        throw why;
      }
      throw new IllegalStateException(kind.record() + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(kind.record() + " is no public record", e);
    }
  }

  /** A value that has no name here describes itself, and cannot be read again. */
  private String write(T value) {
    return kinds.stream()
        .filter(kind -> kind.record().isInstance(value))
        .findFirst()
        .map(kind -> write(kind, value))
        .orElseGet(value::toString);
  }

  private String write(Kind<T> kind, T value) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < kind.components().length; i++) {
      Object held = held(kind.components()[i], value);
      String text = held instanceof List<?> ? TextForm.textOf(held) : written(kind, i, held);
      arguments.add(kind.keys().isEmpty() ? text : kind.key(i) + "=" + text);
    }
    return arguments.isEmpty()
        ? kind.name()
        : kind.name() + "(" + String.join(",", arguments) + ")";
  }

  @SuppressWarnings("unchecked") // The form is that of the component's type.
  private String written(Kind<T> kind, int component, Object held) {
    Class<?> declared = kind.components()[component].getType();
    return ((TextForm<Object>) forms.get(declared)).text(held);
  }

  private static Object held(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  /** Arguments that are not those of the kind. */
  private static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Missing() {
      super("arguments", null, false, false);
    }
  }
}
