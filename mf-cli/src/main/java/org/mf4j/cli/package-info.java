/**
 * The command line {@code mf}: its commands, their options and how errors are told. Depends on
 * {@code org.mf4j.experiment} and {@code org.mf4j.stability.report} for all computing and on {@link
 * org.mf4j.cli.report} for all output; nothing here trains, reads data formats or formats numbers.
 */
package org.mf4j.cli;
