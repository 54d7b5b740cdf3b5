package org.mf4j.models;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mf4j.options.NamedValues;
import org.mf4j.options.NearestName;
import org.mf4j.options.TextForm;

/**
 * One number, name or list among the settings of a model: the only place that knows how it is
 * called, read, written and changed. {@link ModelSettings#describe}, files, journals, the axes of a
 * search and the options of commands are made of these; {@link Settings} has those of all models,
 * and each {@link CellSettings} those of its cell.
 *
 * @param <T> what it holds
 */
public final class Setting<T> {
  private final Words words;
  private final TextForm<T> form;
  private final Function<ModelSettings, Optional<T>> get;
  private final BiFunction<ModelSettings, T, ModelSettings> set;
  private final Predicate<ModelSettings> exists;
  private final Predicate<ModelSettings> told;

  /**
   * How a setting is called.
   *
   * @param id its name in commands and files
   * @param meaning what it is, with the letter of the papers
   * @param range which values it may have, with their unit if they have one
   */
  public record Words(String id, String meaning, String range) {}

  /**
   * A setting and what it becomes.
   *
   * @param setting which
   * @param text its value, see {@link #form}
   */
  public record Change(Setting<?> setting, String text) {
    /**
     * Reads {@code NAME=VALUE}.
     *
     * @param text as commands take it
     * @return the change
     * @throws IllegalArgumentException if it is no such text, there is no such setting, or it has
     *     no such value
     */
    public static Change of(String text) {
      NamedValues named = NamedValues.of(text);
      Setting<?> setting = Setting.of(named.name());
      setting.read(named.values());
      return new Change(setting, named.values());
    }

    /**
     * Changes settings.
     *
     * @param settings of a model that has the setting
     * @return new settings
     * @throws IllegalArgumentException as {@link Setting#setText}
     */
    public ModelSettings applyTo(ModelSettings settings) {
      return setting.setText(settings, text);
    }
  }

  private Setting(
      Words words,
      TextForm<T> form,
      Function<ModelSettings, Optional<T>> get,
      BiFunction<ModelSettings, T, ModelSettings> set,
      Predicate<ModelSettings> exists,
      Predicate<ModelSettings> told) {
    this.words = words;
    this.form = form;
    this.get = get;
    this.set = set;
    this.exists = exists;
    this.told = told;
  }

  /** A setting of every model. */
  static <T> Setting<T> ofModel(
      Words words,
      TextForm<T> form,
      Function<ModelSettings, T> get,
      BiFunction<ModelSettings, T, ModelSettings> set) {
    return new Setting<>(
        words, form, model -> Optional.of(get.apply(model)), set, any -> true, any -> true);
  }

  /**
   * A setting of the models of one cell.
   *
   * @param <C> the cell
   * @param <T> what it holds
   * @param cell the class of the cell
   * @param words how it is called
   * @param form its text
   * @param get reads it
   * @param set changes it; refuses values out of range
   * @return the setting
   */
  public static <C extends CellSettings, T> Setting<T> ofCell(
      Class<C> cell, Words words, TextForm<T> form, Function<C, T> get, BiFunction<C, T, C> set) {
    return new Setting<>(
        words,
        form,
        model -> part(cell, model.cell()).map(get),
        (model, value) -> model.withCell(set.apply(cell.cast(model.cell()), value)),
        model -> cell.isInstance(model.cell()),
        any -> true);
  }

  /** A setting of those models of a cell for which it reads a value. */
  static <C extends CellSettings, T> Setting<T> ofSomeCells(
      Class<C> cell,
      Words words,
      TextForm<T> form,
      Function<C, Optional<T>> get,
      BiFunction<C, T, C> set) {
    Function<ModelSettings, Optional<T>> found = model -> part(cell, model.cell()).flatMap(get);
    return new Setting<>(
        words,
        form,
        found,
        (model, value) -> model.withCell(set.apply(cell.cast(model.cell()), value)),
        model -> found.apply(model).isPresent(),
        any -> true);
  }

  /** A setting of the models that learn in one way. */
  static <L extends Learning, T> Setting<T> ofLearning(
      Class<L> learning,
      Words words,
      TextForm<T> form,
      Function<L, Optional<T>> get,
      BiFunction<L, T, L> set) {
    return new Setting<>(
        words,
        form,
        model -> model.learning().part(learning).flatMap(get),
        (model, value) -> model.withLearning(changed(model.learning(), learning, set, value)),
        model -> model.learning().part(learning).isPresent(),
        any -> true);
  }

  private static <L extends Learning, T> Learning changed(
      Learning whole, Class<L> part, BiFunction<L, T, L> set, T value) {
    return whole.withPart(set.apply(whole.part(part).orElseThrow(), value));
  }

  private static <P> Optional<P> part(Class<P> type, Object held) {
    return type.isInstance(held) ? Optional.of(type.cast(held)) : Optional.empty();
  }

  /** The same, but not all models with such a cell or learning have it. */
  Setting<T> existingIf(Predicate<ModelSettings> also) {
    return new Setting<>(words, form, get, set, exists.and(also), told);
  }

  /** The same, but a description may pass over it. */
  Setting<T> toldIf(Predicate<ModelSettings> worthTelling) {
    return new Setting<>(words, form, get, set, exists, worthTelling);
  }

  /**
   * The same, but a description passes over its usual value.
   *
   * @param usual what a model of {@link ModelKind#plain} has
   * @return a new setting
   */
  public Setting<T> toldUnless(T usual) {
    return toldIf(model -> !get.apply(model).equals(Optional.of(usual)));
  }

  /**
   * The name in commands and files.
   *
   * @return for example {@code inputScaling}
   */
  public String id() {
    return words.id();
  }

  /** {@return what it is and which values it may have} */
  public Words words() {
    return words;
  }

  /** {@return its text} */
  public TextForm<T> form() {
    return form;
  }

  /**
   * Whether a model has it.
   *
   * @param model the settings of a model
   * @return true if it can be set
   */
  public boolean isIn(ModelSettings model) {
    return exists.test(model);
  }

  /**
   * Its value.
   *
   * @param model the settings of a model
   * @return empty if the model has no such setting, or one that has no value, like the spectral
   *     radius of a topology of your own
   */
  public Optional<T> get(ModelSettings model) {
    return get.apply(model);
  }

  /**
   * Changes settings.
   *
   * @param model the settings of a model that has this one
   * @param value its value
   * @return new settings
   * @throws IllegalArgumentException if the model has no such setting or the value is out of range
   */
  public ModelSettings set(ModelSettings model, T value) {
    if (!isIn(model)) {
      List<String> known =
          Settings.all().stream().filter(one -> one.isIn(model)).map(Setting::id).toList();
      throw new IllegalArgumentException(
          "%s: %s has no such setting; it has %s"
              .formatted(id(), model.kind().id(), String.join(", ", known)));
    }
    return set.apply(model, value);
  }

  /**
   * Reads a value.
   *
   * @param text its text, see {@link #form}
   * @return the value
   * @throws IllegalArgumentException if the text is no such value
   */
  public T read(String text) {
    try {
      return form.read(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s = %s: %s".formatted(id(), text, e.getMessage()), e);
    }
  }

  /**
   * Changes settings as a text says.
   *
   * @param model the settings of a model that has this one
   * @param text the value, see {@link #form}
   * @return new settings
   * @throws IllegalArgumentException as {@link #read} and {@link #set}
   */
  public ModelSettings setText(ModelSettings model, String text) {
    return set(model, read(text));
  }

  /** What a description says: a number, a flag, a text, or a list of such; often nothing. */
  Optional<Object> told(ModelSettings model) {
    return isIn(model) && told.test(model) ? get(model).map(form::write) : Optional.empty();
  }

  /**
   * Finds one by its name, in any letter case.
   *
   * @param name an {@link #id()}
   * @return the setting
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  public static Setting<?> of(String name) {
    return Settings.all().stream()
        .filter(one -> one.id().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "setting %s: %s"
                        .formatted(
                            name,
                            NearestName.unknown(
                                name, Settings.all().stream().map(Setting::id).toList()))));
  }

  @Override
  public String toString() {
    return id();
  }
}
