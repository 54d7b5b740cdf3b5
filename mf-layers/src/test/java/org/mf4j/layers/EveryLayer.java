package org.mf4j.layers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test of the contract that every {@link LayerCase} must pass; the modules of further engines run
 * it by its tag.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("contract")
@ParameterizedTest(name = "{0}")
@MethodSource("org.mf4j.layers.LayerCase#all")
@interface EveryLayer {}
