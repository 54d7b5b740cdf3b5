/**
 * What the commands write: tables, JSON, CSV, pages and progress. May depend on the values of
 * mf-training (results, reports, settings, published scores) and on mf-figures; knows no option and
 * starts no computation.
 */
package org.mf4j.cli.report;
