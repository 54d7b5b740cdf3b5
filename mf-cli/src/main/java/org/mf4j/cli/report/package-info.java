/**
 * What the commands write: tables, JSON, CSV, pages and progress. Depends on the values of {@code
 * org.mf4j.experiment}, {@code org.mf4j.stability} and {@code org.mf4j.papers} and on {@code
 * org.mf4j.figures}; knows no option and starts no computation.
 */
package org.mf4j.cli.report;
