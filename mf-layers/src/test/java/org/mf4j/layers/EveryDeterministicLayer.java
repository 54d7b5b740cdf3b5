package org.mf4j.layers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@link EveryLayer} but for those with noise, which depends on the number of the step: a state
 * that is put back starts new series, and padding in front shifts the steps.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("contract")
@ParameterizedTest(name = "{0}")
@MethodSource("org.mf4j.layers.LayerCase#deterministic")
@interface EveryDeterministicLayer {}
