/**
 * {@code mf search}: the settings of one model are selected on a validation part. May depend on
 * {@code org.mf4j.cli.options}, {@code org.mf4j.cli.output}, reports of mf-figures, and the search,
 * papers and models of mf-training.
 */
package org.mf4j.cli.search;
