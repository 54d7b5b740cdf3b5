package org.mf4j.figures.gallery;

import java.util.List;
import org.mf4j.figures.style.Palette;
import org.mf4j.models.ModelKind;

/** The colour of every model, the same in all pictures. */
public final class ModelColours {
  private static final List<ModelKind> ORDER = List.of(ModelKind.values());

  private ModelColours() {}

  /**
   * The colour of a model.
   *
   * @param kind the model
   * @return its colour
   */
  public static Palette of(ModelKind kind) {
    return Palette.at(ORDER.indexOf(kind));
  }
}
