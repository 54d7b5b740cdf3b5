/**
 * What options are made of: range checks, distributions, and the one text of every kind of value,
 * which command lines and files share. May depend on {@code org.mf4j.random} and the edit distance
 * of Commons Text alone.
 */
package org.mf4j.options;
