/**
 * Options that more than one command has, each declared once, and how their words are read. May
 * depend on what they choose (models, data sets, transforms, settings, journals) and on {@code
 * org.mf4j.cli.output}; knows no command.
 */
package org.mf4j.cli.options;
