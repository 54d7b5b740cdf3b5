/**
 * The options that several commands share, each declared once: data, transforms, models, counts,
 * seeds, files to write. May depend on picocli, on {@code org.mf4j.cli.text} and on the libraries;
 * knows no command and no report.
 */
package org.mf4j.cli.options;
