/**
 * What all text formats of series share: lines with their numbers for the messages, numbers,
 * foreign text in messages, padding.
 *
 * <p>May depend on {@link org.mf4j.data.series}, on nothing else.
 */
package org.mf4j.data.text;
