/**
 * Pictures and tables in the output of a notebook's cell, whichever Java kernel runs it. May depend
 * on {@code org.mf4j.figures} and {@code org.mf4j.figures.report}; finds kernels by the names of
 * their classes and depends on none.
 */
package org.mf4j.figures.notebook;
