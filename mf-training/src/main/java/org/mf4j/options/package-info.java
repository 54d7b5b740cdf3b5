/**
 * What sets of options are made of: range checks whose messages name field, value and allowed
 * range, the name that a mistyped one was meant to be, foreign text made safe to print,
 * distributions of numbers, and the one text of every kind of value, which command lines and files
 * share. May depend on {@code org.mf4j.random} and the edit distance of Commons Text alone.
 */
package org.mf4j.options;
