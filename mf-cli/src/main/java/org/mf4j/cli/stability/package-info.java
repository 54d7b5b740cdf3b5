/**
 * {@code mf stability}: what theory and measurement say of one network, as text, JSON and a page.
 * May depend on {@code org.mf4j.cli.options}, {@code org.mf4j.cli.output}, mf-figures, and the
 * stability, models and papers of mf-training.
 */
package org.mf4j.cli.stability;
