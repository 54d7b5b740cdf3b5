/**
 * {@code mf compare}: several models, several fits each, one table, JSON and a page. May depend on
 * {@code org.mf4j.cli.options}, {@code org.mf4j.cli.output}, mf-figures, and the experiments,
 * papers and models of mf-training.
 */
package org.mf4j.cli.compare;
