/**
 * What all commands print and show alike: progress, warnings, versions, the command as it was
 * typed, CSV, the line of the baseline. May depend on the libraries and on picocli's description of
 * a command; knows no option, no command and no report.
 */
package org.mf4j.cli.text;
