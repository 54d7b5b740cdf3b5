/**
 * {@code mf robustness}: what hardware does to the scores of models; a table, pictures, JSON and a
 * page. May depend on {@code org.mf4j.cli.options}, {@code org.mf4j.cli.output}, mf-figures, and
 * the hardware, experiments, papers and models of mf-training.
 */
package org.mf4j.cli.robustness;
