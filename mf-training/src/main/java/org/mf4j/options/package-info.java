/**
 * What every package says in the same words: range checks that name the field, the value and what
 * is allowed, the name that a mistyped one was meant to be, and foreign text made safe to print.
 * Depends on Commons Text only.
 */
package org.mf4j.options;
