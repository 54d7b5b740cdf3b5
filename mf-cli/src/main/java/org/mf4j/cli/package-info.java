/**
 * The command line {@code mf}: its commands, their options and how errors are told. May depend on
 * all that mf-training computes with (models, search, experiments, reproduction, stability), but on
 * no layer, network, reservoir or readout; on the gallery of mf-figures; and on {@link
 * org.mf4j.cli.report} for all output. Nothing here trains, reads data formats or formats numbers.
 */
package org.mf4j.cli;
