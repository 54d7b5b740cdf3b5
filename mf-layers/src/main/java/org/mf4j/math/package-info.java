/**
 * Elementary functions over float arrays, written so that the JIT compiler turns each loop into
 * vector instructions. Depends on nothing but the JDK.
 */
package org.mf4j.math;
