package org.mf4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mf4j.cuda.driver.FirstGpu;

/**
 * Tests that need a device: they say so and are skipped where there is none, or fail with {@code
 * -Dmf.gpu=required}.
 */
@Tag("gpu")
@ExtendWith(OnDevice.Requirement.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnDevice {
  /** Looks for the device. */
  final class Requirement implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      FirstGpu first = FirstGpu.of();
      if (TestProvider.isReal()) {
        assertThat(first.obstacle()).as("mf.gpu = required").isEmpty();
      }
      assumeTrue(first.gpu().isPresent(), () -> first.obstacle().orElse(""));
    }
  }
}
