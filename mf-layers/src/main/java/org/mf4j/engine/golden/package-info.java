/**
 * States and exact gradients of the memristive layer that an independent program computed, with
 * which any engine can be checked, also where no tests are at hand. Depends on engines and cells.
 */
package org.mf4j.engine.golden;
