/**
 * {@code mf train and mf predict}: the command with its own options and reports: the model file
 * that one writes and the other reads. May depend on {@code org.mf4j.cli.options}, {@code
 * org.mf4j.cli.text} and the libraries, on no other command.
 */
package org.mf4j.cli.train;
