/**
 * {@code mf compare}: the command with its own options and reports: its table, JSON and HTML page.
 * May depend on {@code org.mf4j.cli.options}, {@code org.mf4j.cli.text} and the libraries, on no
 * other command.
 */
package org.mf4j.cli.compare;
