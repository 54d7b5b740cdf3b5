/**
 * What every command needs to tell: numbers and verdicts in words, JSON, progress, warnings,
 * provenance, and how a run is interrupted. May depend on the values, listeners and stability
 * reports of mf-training and on {@code org.mf4j.figures.report}; knows no command and no option.
 */
package org.mf4j.cli.output;
