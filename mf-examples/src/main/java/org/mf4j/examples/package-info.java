/**
 * Programs of one screen that show how the library is used, each with a {@code main} of its own.
 * They may depend on everything; nothing depends on them.
 */
package org.mf4j.examples;
