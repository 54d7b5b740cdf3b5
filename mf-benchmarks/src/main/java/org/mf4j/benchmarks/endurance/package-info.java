/** Long runs: what stays flat. */
package org.mf4j.benchmarks.endurance;
