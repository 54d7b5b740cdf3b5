package org.mf4j.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.engine.ReferenceRun;

/** The step as plain numbers: against the equations written out, and finite differences. */
class NeuronStepTest {
  private static final MemristiveDynamics DEVICES =
      MemristiveDynamics.paper()
          .withGamma(0.6, 1)
          .withDeltaT(0.08, 0.02)
          .withSlope(5, 0.5)
          .withKp0(1e-4, 3e-4)
          .withKd0(0.5, 0.3)
          .withEtaP(10, 7)
          .withEtaD(1, 2);
  private static final double[] PRE_ACTIVATIONS = {-4, -0.3, 0, 0.8, 1.2};
  private static final double[] STATES = {-0.5, 0, 0.4, 1};
  private static final double H = 1e-6;

  @ParameterizedTest
  @EnumSource
  void isTheEquationsWrittenOut(Integration integration) {
    for (MemristiveDynamics dynamics :
        new MemristiveDynamics[] {DEVICES, DEVICES.withoutRescale()}) {
      ReferenceRun.Simple plain = ReferenceRun.memristive(dynamics, integration);
      for (int i = 0; i < 2; i++) {
        NeuronStep step = NeuronStep.of(dynamics, integration, i);
        for (double u : PRE_ACTIVATIONS) {
          for (double h : STATES) {
            double z = dynamics.drive().at(u, dynamics.slope().at(i));
            double expected = plain.next(i, u, h);
            assertThat(step.next(z, h))
                .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void slopesAreThoseOfFiniteDifferences(Integration integration) {
    for (int i = 0; i < 2; i++) {
      NeuronStep step = NeuronStep.of(DEVICES, integration, i);
      for (double z : new double[] {0.36, 0.5, 0.8, 1.1}) {
        for (double h : STATES) {
          double alongDrive = (step.next(z + H, h) - step.next(z - H, h)) / (2 * H);
          double alongState = (step.next(z, h + H) - step.next(z, h - H)) / (2 * H);
          assertThat(step.driveSlope(z, h)).isCloseTo(alongDrive, within(1e-7));
          assertThat(step.decay(z)).isCloseTo(alongState, within(1e-8));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLargestDriveSlopeIsThatOfAllStates(Integration integration) {
    NeuronStep step = NeuronStep.of(DEVICES, integration, 0);
    for (double z : new double[] {0.36, 0.8, 1.1}) {
      double largest = 0;
      for (int k = 0; k <= 100; k++) {
        largest = Math.max(largest, Math.abs(step.driveSlope(z, k / 100.0)));
      }
      assertThat(step.largestDriveSlope(z)).isCloseTo(largest, within(1e-12));
    }
  }

  @Test
  void theDriveFollowsThePreActivationAsFiniteDifferencesSay() {
    for (Drive drive : new Drive[] {new Rescale(0.35, 1.15), Unscaled.UNSCALED}) {
      for (double u : PRE_ACTIVATIONS) {
        double slope = (drive.at(u + H, 5) - drive.at(u - H, 5)) / (2 * H);
        assertThat(drive.slopeAt(drive.at(u, 5), 5)).isCloseTo(slope, within(1e-8));
      }
    }
  }
}
