/**
 * What all text formats of series share: lines with their numbers for the messages, numbers,
 * foreign text in messages, padding, the name in the name of a file.
 *
 * <p>May depend on the values of {@link org.mf4j.data}, on nothing else.
 */
package org.mf4j.data.text;
