/**
 * The command line {@code mf}: which commands there are, and how errors are told. A command stands
 * with its options and reports in a package of its own; {@code org.mf4j.cli.options} has the
 * options that several share, {@code org.mf4j.cli.output} what all need to tell. No command knows
 * another. They may depend on all that mf-training computes with (models, search, experiments,
 * reproduction, stability) and on mf-figures, but on no layer, network, reservoir or readout:
 * nothing here trains or reads data formats.
 */
package org.mf4j.cli;
