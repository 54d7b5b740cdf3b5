/**
 * From the files of results to the table of docs/performance.md. Depends on the JDK, Jackson and
 * the record of a measurement; knows no layer.
 */
package org.mf4j.benchmarks.report;
