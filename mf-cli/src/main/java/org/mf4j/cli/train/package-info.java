/**
 * {@code mf train}, {@code mf predict} and {@code mf serve}: a model is fitted and saved, loaded
 * and applied. May depend on {@code org.mf4j.cli.options}, {@code org.mf4j.cli.output}, tables of
 * mf-figures, and the models, papers and data of mf-training.
 */
package org.mf4j.cli.train;
