/**
 * How files are written, whole or not at all, and how a model file that somebody sent is looked
 * through before anything in it is instantiated. Depends on {@code org.mf4j.options} for what is
 * printed of it.
 */
package org.mf4j.files;
