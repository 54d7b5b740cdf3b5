/**
 * {@code mf forecast}: the command with its own options and reports: its table and CSV. May depend
 * on {@code org.mf4j.cli.options}, {@code org.mf4j.cli.text} and the libraries, on no other
 * command.
 */
package org.mf4j.cli.forecast;
