/**
 * {@code mf reproduce}: a table, or a figure of scores, of the papers, ours beside theirs. May
 * depend on {@code org.mf4j.cli.options}, {@code org.mf4j.cli.output}, mf-figures, and the
 * reproduction, papers and models of mf-training.
 */
package org.mf4j.cli.reproduce;
