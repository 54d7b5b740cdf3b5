/**
 * {@code mf figures}: draws what the gallery of mf-figures computes. May depend on {@code
 * org.mf4j.cli.options} and on that gallery.
 */
package org.mf4j.cli.figures;
