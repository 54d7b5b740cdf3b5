/**
 * How option records validate: one wording for every range, naming the field, the value and what is
 * allowed. Depends on nothing.
 */
package org.mf4j.options;
