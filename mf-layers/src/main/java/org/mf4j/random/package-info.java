/**
 * The library's own generator of random numbers: the same seed gives the same bits on every machine
 * and for every number of threads. Depends on nothing; nothing here reads or writes ND4J's global
 * generator.
 */
package org.mf4j.random;
