package org.mf4j.papers;

import java.util.List;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.models.LeakySettings;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.Settings;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;

/**
 * The reservoirs that [ESANN] compares, {@link NanowireAssemblies}, with the grids of its Table 3.
 */
public enum Assembly {
  /** Uncoupled nanowire neurons, eq. (7). */
  NANOWIRES("nanowires", "nanowire neurons") {
    @Override
    public Grid grid(int units) {
      return new Grid(
          NanowireAssemblies.nanowires(units, 1, .1, .1), List.of(CENTRE, SPREAD, DELTA_T));
    }
  },
  /** Leaky tanh neurons that feed only themselves. */
  TANH("tanh", "tanh neurons, uncoupled") {
    @Override
    public Grid grid(int units) {
      return new Grid(NanowireAssemblies.tanh(units, .1, 1, .1, .9), OF_TANH);
    }
  },
  /** Leaky tanh neurons that feed each other. */
  ECHO_STATE("esn", "echo state network") {
    @Override
    public Grid grid(int units) {
      return new Grid(NanowireAssemblies.echoState(units, .1, 1, .1, .9), OF_TANH);
    }
  };

  /** Trials per setting while settings are selected; the paper does not say how many it had. */
  public static final int DRAWS = 1;

  private static final Dimension CENTRE =
      Dimension.of(Settings.INPUT_CENTRE, .1, .5, .8, .9, 1., 1.1, 1.2, 1.3, 1.5, 2.);
  private static final Dimension SPREAD =
      Dimension.of(Settings.INPUT_SPREAD, .001, .01, .1, .5, 1., 1.5, 2.);
  private static final Dimension DELTA_T =
      Dimension.of(
          MemristiveSettings.setting(PhysicalConstant.DELTA_T), .01, .1, .15, .2, .25, .5, 1.);
  private static final List<Dimension> OF_TANH =
      List.of(
          Dimension.of(LeakySettings.LEAK_RATE, .1, .3, .5),
          Dimension.of(Settings.INPUT_SCALING, .1, .5, .8, .9, 1., 1.1, 1.2, 1.3, 1.5, 2.),
          Dimension.of(Settings.BIAS_SCALING, .001, .1, 1.),
          Dimension.of(Settings.SPECTRAL_RADIUS, .8, .9, .95, .99));

  private final String id;
  private final String title;

  Assembly(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** {@return the name in files} */
  public String id() {
    return id;
  }

  /** {@return the name in tables and pictures} */
  public String title() {
    return title;
  }

  /**
   * Table 3. Many of the settings of nanowires violate Theorem 3.1 on given data; a search records
   * them as refused.
   *
   * @param units N
   * @return 490 settings of nanowires, 360 of the others
   */
  public abstract Grid grid(int units);
}
