/**
 * {@code mf archive}: models over a folder of data sets, beside what others have published. May
 * depend on {@code org.mf4j.cli.options}, {@code org.mf4j.cli.output}, mf-figures, and the
 * experiments, papers and models of mf-training.
 */
package org.mf4j.cli.archive;
