/**
 * Reports: a title and parts, written as a page that needs no other file, as Markdown, as text and,
 * what is a table, as CSV. May depend on {@link org.mf4j.figures.Figure}; knows no result.
 */
package org.mf4j.figures.report;
